import { afterEach, expect, test } from 'vitest';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const batches = async () => (await rig.ask('jobs.batches', {})).batches;
const batchOf = async (act: string) => (await batches()).find(({ sentence }) => sentence.startsWith(act));

test('a registration of many devices is one batch with its counts, and the names that follow are another', async () => {
  rig = await startRegistrationRig();
  const deviceIds = rig.addDevices(
    ['MANY1', 'MANY2', 'ZTD802A'].map((serialNumber, index) => ({ serialNumber, deviceName: `LAB-${index}` })),
  );
  await rig.ask('registration.register', { deviceIds });
  await rig.untilSettled(deviceIds);
  await rig.until(async () => {
    expect(await batchOf('Name')).toMatchObject({ sentence: 'Name 2 devices', counts: { done: 2 } });
  });
  const registration = await batchOf('Register');
  expect(registration).toMatchObject({
    sentence: 'Register 3 devices',
    changes: 3,
    counts: { done: 2, failed: 1, waiting: 0 },
    job: null,
    reasons: [{ state: 'failed', changes: 1 }],
  });
  const { jobs, total } = await rig.ask('jobs.list', { batchId: registration?.id, states: ['failed'] });
  expect(total).toBe(1);
  expect(jobs).toMatchObject([{ serialNumber: 'ZTD802A', sentence: 'Register ZTD802A', isStuck: false }]);
});

test('a batch is cancelled as a whole, and what was refused of it is retried as a whole', async () => {
  rig = await startRegistrationRig();
  const refused = rig.addDevices(['ZTD802A', 'ZTD802B'].map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: refused });
  await rig.untilSettled(refused);
  await rig.ask('jobs.pause', { paused: true });
  const waiting = rig.addDevices(['WAIT1', 'WAIT2', 'WAIT3'].map((serialNumber) => ({ serialNumber })));
  await rig.ask('registration.register', { deviceIds: waiting });

  const newer = await batchOf('Register 3');
  const older = await batchOf('Register 2');
  expect(newer).toMatchObject({
    sentence: 'Register 3 devices',
    counts: { waiting: 3 },
    reasons: [{ state: 'waiting', explanation: 'Sending is paused.', changes: 3 }],
  });
  expect(await rig.ask('jobs.cancel', { batchId: newer?.id ?? '' })).toEqual({ changed: 3 });
  expect((await rig.ask('devices.get', { id: waiting[0] ?? '' })).device.registration).toBe('none');
  expect(await rig.ask('jobs.retry', { batchId: older?.id ?? '' })).toEqual({ changed: 2 });
  const ended = await batchOf('Register 3');
  expect(ended?.counts).toMatchObject({ cancelled: 3, waiting: 0 });
  expect(ended?.finishedAt).not.toBeNull();
  expect(await batchOf('Register 2')).toMatchObject({ counts: { waiting: 2, failed: 0 }, finishedAt: null });
});

test('one change alone is told by itself', async () => {
  rig = await startRegistrationRig();
  await rig.ask('jobs.pause', { paused: true });
  const deviceIds = rig.addDevices([{ serialNumber: 'ALONE1' }]);
  await rig.ask('registration.register', { deviceIds });
  expect(await batches()).toMatchObject([{ sentence: 'Register ALONE1', changes: 1, job: { serialNumber: 'ALONE1' } }]);
});
