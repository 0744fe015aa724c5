import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { userFlowWindowOf } from '../../../src/shared/bench/userFlowWindowOf.ts';
import { nextStepOf } from '../../../src/shared/devices/nextStepOf.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { tenantId } from '../../rigs/seedStore.ts';
import { importedAt, intakeOnDisk, textFile, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

let intake: IntakeOnDisk;
beforeEach(() => {
  intake = intakeOnDisk();
});
afterEach(() => intake.close());

const device = inventedDevice(0);
const serialNumber = device.serialNumber ?? '';
const withHash = textFile(
  'hash.csv',
  `Device Serial Number,Windows Product ID,Hardware Hash\r\n${serialNumber},,${inventedHash(device)}\r\n`,
);
/** The next step by which the queue is filtered, and the one that is shown. */
function stepsOf(id: string) {
  const known = createDeviceStore(intake.store, () => importedAt).get(id);
  if (known === null) throw new Error('The device is gone.');
  return {
    stored: intake.store.database.prepare('SELECT next_step FROM device WHERE id = ?').pluck().get(id),
    shown: nextStepOf(known, userFlowWindowOf(known, importedAt), importedAt).code,
  };
}

test('a device that comes with its hash is filtered by the step that is shown', async () => {
  const [id = ''] = await intake.importAll(withHash);
  expect(stepsOf(id)).toEqual({ stored: 'register', shown: 'register' });
});

test('so is a device whose hash comes later', async () => {
  const { id } = createDeviceStore(intake.store, () => importedAt).add({
    tenantId,
    serialNumber,
    productKeyId: device.productKeyId ?? null,
  });
  expect(stepsOf(id)).toEqual({ stored: 'sendToPartner', shown: 'sendToPartner' });
  await intake.importAll(withHash);
  expect(stepsOf(id)).toEqual({ stored: 'register', shown: 'register' });
});
