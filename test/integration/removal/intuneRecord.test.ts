import { afterEach, beforeEach, expect, test } from 'vitest';
import { startKillableBackend } from '../../rigs/killableBackend.ts';
import { rowsOf } from '../../rigs/practiceGraph.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
beforeEach(async () => {
  rig = await startRegistrationRig();
});
afterEach(async () => rig.close());

const MANAGED = '/v1.0/deviceManagement/managedDevices';
const SERIAL = 'AGAIN01';

async function enrolledDevice() {
  const [id = ''] = rig.addDevices([{ serialNumber: SERIAL, tpmVersion: '2.0' }]);
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  const { ztdId } = await deviceOf(id);
  await run(ztdId ?? '');
  await refresh(id);
  return { id, ztdId: ztdId ?? '' };
}

const deviceOf = async (id: string) => (await rig.ask('devices.get', { id })).device;
const run = (ztdId: string) => rig.graph.post(`/practice/devices/${ztdId}/technician-flow`, { result: 'success' });
const refresh = (id: string) => rig.ask('tracking.refresh', { tenantId: rig.tenantId, deviceIds: [id] });
const managedDevices = async () => rowsOf(await rig.graph.get(MANAGED));
const job = async () => (await rig.ask('jobs.list', {})).jobs.find(({ kind }) => kind === 'deleteIntuneRecord') ?? null;

async function targetOf(id: string) {
  const { target } = await rig.ask('removal.planIntuneRecord', { deviceId: id });
  if (target === null) throw new Error('Intune holds no record.');
  return target;
}

async function deleteRecord(id: string, confirmedSerialNumber = SERIAL) {
  return rig.ask('removal.deleteIntuneRecord', { deviceId: id, confirmedSerialNumber, target: await targetOf(id) });
}

const untilGone = (id: string) => rig.until(async () => expect((await deviceOf(id)).managedDeviceId).toBeNull());

test('an enrolled device may start again once its Intune record is gone, and its registration stays', async () => {
  const { id, ztdId } = await enrolledDevice();
  expect((await deviceOf(id)).nextStep).toMatchObject({ code: 'clearGate', problem: { finding: 'enrolledBefore' } });
  const plan = await rig.ask('removal.planIntuneRecord', { deviceId: id });
  expect(plan).toMatchObject({ record: { serialNumber: SERIAL, user: null }, doubts: [] });
  expect(plan.codes.losses.map(({ code }) => code)).toEqual([
    'removal.losesManagement',
    'removal.recoveryKey',
    'removal.mustReset',
  ]);
  expect(await deleteRecord(id, 'again01 ')).toMatchObject({ queued: 1 });
  await untilGone(id);
  expect(await managedDevices()).toEqual([]);
  const { device, timeline } = await rig.ask('devices.get', { id });
  expect(device).toMatchObject({ registration: 'registered', ztdId, nextStep: { code: 'startBench' } });
  expect(timeline.map(({ sentence }) => sentence)).toContain(
    'Intune holds no record of the device any more: it may enroll anew.',
  );
  const { entries } = await rig.ask('audit.list', {});
  expect(entries[0]).toMatchObject({ action: 'removal.deleteIntuneRecord' });
  await refresh(id);
  expect((await deviceOf(id)).nextStep.code).toBe('startBench');
  expect((await run(ztdId)).status).toBe(200);
});

test('what is typed wrong, and what is another record by now, deletes nothing', async () => {
  const { id } = await enrolledDevice();
  await expect(deleteRecord(id, 'AGAIN02')).rejects.toThrow('not that of this device');
  const target = { ...(await targetOf(id)), managedDeviceId: 'another' };
  await expect(
    rig.ask('removal.deleteIntuneRecord', { deviceId: id, confirmedSerialNumber: SERIAL, target }),
  ).rejects.toThrow('The record has changed');
  expect(await managedDevices()).toHaveLength(1);
});

test('a device whose user works on it since the confirmation keeps its record', async () => {
  const { id, ztdId } = await enrolledDevice();
  await rig.ask('jobs.pause', { paused: true });
  await deleteRecord(id);
  await rig.graph.post(`/practice/devices/${ztdId}/user-flow`, {});
  await rig.ask('jobs.pause', { paused: false });
  await rig.until(async () => expect((await job())?.state).toBe('failed'));
  expect((await job())?.explanation).toContain('in use since its record was shown');
  expect(await managedDevices()).toHaveLength(1);
  expect((await rig.ask('removal.planIntuneRecord', { deviceId: id })).codes.losses[0]).toEqual({
    code: 'removal.losesUse',
  });
});

test('a deletion whose process is killed is finished by the next, and once only', async () => {
  const { id } = await enrolledDevice();
  await rig.ask('jobs.pause', { paused: true });
  await deleteRecord(id);
  await rig.stop();
  rig.withStore(({ database }) => database.exec(`DELETE FROM setting WHERE name = 'outbox.paused'`));
  const other = await startKillableBackend(rig);
  const sent = `SELECT 1 FROM job WHERE kind = 'deleteIntuneRecord' AND step = 'gone'`;
  await rig.until(() => expect(rig.withStore(({ database }) => database.prepare(sent).get())).toBeDefined());
  await other.kill();
  rig.start();
  await untilGone(id);
  const { timeline } = await rig.ask('devices.get', { id });
  expect(timeline.filter(({ sentence }) => sentence.includes('may enroll anew'))).toHaveLength(1);
});

test('a deletion whose answer is lost ends well', async () => {
  const { id } = await enrolledDevice();
  const effect = { kind: 'drop', when: 'afterEffect' } as const;
  rig.graph.tenant.setFaults({ faults: [{ effect, methods: ['DELETE'], count: 1 }] });
  await deleteRecord(id);
  await untilGone(id);
});

test('a start of a device that is past its bench is confirmed with what is lost, and recorded', async () => {
  const { id } = await enrolledDevice();
  const start = { deviceId: id, step: 'start', overrideReason: 'Its screen offers Retry' } as const;
  await expect(rig.ask('bench.record', start)).rejects.toThrow('It is enrolled in Intune');
  expect(await rig.ask('bench.record', { ...start, acceptsLoss: true })).toMatchObject({ bench: 'running' });
  const { entries } = await rig.ask('audit.list', {});
  expect(entries.map(({ action }) => action)).toContain('bench.startAgain');
});
