import { describe, expect, test } from 'vitest';
import { ownRow } from '../../../src/main/services/tracking/ownRow.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { autopilotRow } from '../../rigs/autopilotDevice.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const unregistered = { registration: 'none', ztdId: null } as const;
const known = readyDevice({ id: 'known', ...unregistered });
/** Of a list that told no more than the serial number. */
const bare = readyDevice({ id: 'bare', manufacturer: null, model: null, ...unregistered });
const row = autopilotRow({ id: 'row' });
const ofOtherMaker = autopilotRow({ id: 'other', manufacturer: 'Acme', model: 'X1' });

function queueOf(...devices: readonly DeviceRecord[]) {
  return {
    withSerialNumber: (serialNumber: string) =>
      devices.filter((device) => device.serialNumber?.toLowerCase() === serialNumber.toLowerCase()),
    withZtdId: (ztdId: string) => devices.filter((device) => device.ztdId === ztdId),
  };
}
const whole = (...rows: (typeof row)[]) => ({ rows, isWhole: true });

describe('which row of the list is a device of the queue', () => {
  test('the one with its ZTDID, whatever the list says besides', () => {
    const device = readyDevice({ ztdId: 'other' });
    expect(ownRow(queueOf(device), device, whole(row, ofOtherMaker))?.id).toBe('other');
  });

  test('the only one with its serial number, where nothing speaks against it', () => {
    expect(ownRow(queueOf(bare), bare, whole(row))?.id).toBe('row');
  });

  test('of two with its serial number, the one of its maker and model', () => {
    expect(ownRow(queueOf(known), known, whole(ofOtherMaker, row))?.id).toBe('row');
  });

  test('none of two where nothing tells which', () => {
    expect(ownRow(queueOf(bare), bare, whole(row, ofOtherMaker))).toBeNull();
    expect(ownRow(queueOf(known), known, whole(row, { ...row, id: 'again' }))).toBeNull();
  });

  test('none where another device of the queue may be it as well, or is it', () => {
    const twin = readyDevice({ id: 'twin', manufacturer: null, model: null, ...unregistered });
    expect(ownRow(queueOf(bare, twin), bare, whole(row))).toBeNull();
    expect(ownRow(queueOf(bare, known), bare, whole(row))).toBeNull();
    expect(ownRow(queueOf(bare, known), known, whole(row))?.id).toBe('row');
    const owner = readyDevice({ id: 'owner', ztdId: 'row' });
    expect(ownRow(queueOf(bare, owner), bare, whole(row))).toBeNull();
  });

  test('none where two machines of the queue have one serial number, maker and model, until one is registered', () => {
    const twin = readyDevice({ id: 'twin', ...unregistered });
    expect(ownRow(queueOf(known, twin), known, whole(row))).toBeNull();
    const registered = readyDevice({ id: 'twin', ztdId: 'theirs' });
    expect(ownRow(queueOf(known, registered), known, whole(row))?.id).toBe('row');
  });

  test('of a list that was cut off, only one of exactly its maker and model: another may have been cut away', () => {
    expect(ownRow(queueOf(bare), bare, { rows: [row], isWhole: false })).toBeNull();
    expect(ownRow(queueOf(known), known, { rows: [row], isWhole: false })?.id).toBe('row');
  });

  test('a device of another tenant claims nothing', () => {
    const elsewhere = readyDevice({ id: 'elsewhere', tenantId: 'another', ztdId: 'row' });
    expect(ownRow(queueOf(bare, elsewhere), bare, whole(row))?.id).toBe('row');
  });
});
