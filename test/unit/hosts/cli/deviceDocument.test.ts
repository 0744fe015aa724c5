import { expect, test } from 'vitest';
import { deviceDocument } from '../../../../src/main/hosts/cli/devices/deviceDocument.ts';
import type { DeviceRecord } from '../../../../src/shared/devices/device.ts';
import { deviceViewOf } from '../../../../src/shared/devices/deviceViewOf.ts';
import { nothingBeside } from '../../../rigs/besideDevice.ts';
import { readyDevice } from '../../../rigs/deviceRecord.ts';

function documentOf(change: Partial<DeviceRecord>) {
  return deviceDocument(deviceViewOf(readyDevice(change), nothingBeside, new Date('2026-11-22T12:00:00.000Z')));
}

test.each([
  ['nobody asked Microsoft', { ztdId: null, purchaseOrderInFile: '4711' }, '4711'],
  ['Microsoft holds another', { purchaseOrder: '76222342', purchaseOrderInFile: '4711' }, '76222342'],
  ['Microsoft holds none', { purchaseOrder: null, purchaseOrderInFile: '4711' }, null],
])('the purchase order where %s, and beside it the file’s', (_, change, purchaseOrder) => {
  expect(documentOf(change)).toMatchObject({ purchaseOrder, purchaseOrderInFile: '4711' });
});
