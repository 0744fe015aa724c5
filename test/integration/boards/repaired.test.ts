import { afterEach, expect, test } from 'vitest';
import { goGateFailures } from '../../../src/shared/bench/goGate.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

const statusOf = async (id: string) => (await rig.ask('devices.get', { id })).device;

/** A device that was registered with one mainboard, has another by now, and was deregistered for it. */
async function repaired(): Promise<string> {
  const [id = ''] = rig.addDevices([{ serialNumber: 'REPAIR1', tpmVersion: 'TPM-Version:2.0 -Level:0' }]);
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  rig.withStore(({ database }) => database.prepare('UPDATE device SET needs_new_registration = 1').run());
  const { target } = await rig.ask('removal.plan', { deviceId: id });
  await rig.ask('removal.deregister', { deviceId: id, confirmedSerialNumber: 'REPAIR1', target, reason: 'repair' });
  await rig.until(async () => expect((await statusOf(id)).registration).toBe('removed'));
  rig.graph.tenant.advance(600);
  return id;
}

test('a repaired device that is registered anew is not started before it is reset, and that is on record', async () => {
  rig = await startRegistrationRig();
  const id = await repaired();
  expect((await statusOf(id)).nextStep).toMatchObject({ code: 'register', reason: 'boardReplaced' });
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  const device = await statusOf(id);
  expect(goGateFailures(device).map(({ finding }) => finding)).toEqual(['notResetSinceRepair']);
  expect(device.nextStep).toMatchObject({ code: 'clearGate', problem: { finding: 'notResetSinceRepair' } });

  await rig.ask('bench.confirm', { deviceIds: [id], question: 'reset' });
  expect((await statusOf(id)).nextStep.code).toBe('startBench');
  const { timeline } = await rig.ask('devices.get', { id });
  expect(timeline[0]?.sentence).toBe('Reset after the repair: it shows its first setup page.');
  await rig.ask('bench.confirm', { deviceIds: [id], question: 'reset', confirmed: false });
  expect((await statusOf(id)).nextStep.code).toBe('clearGate');
});

test('nobody is asked for a reset of a device that was never repaired', async () => {
  rig = await startRegistrationRig();
  const [id = ''] = rig.addDevices([{ serialNumber: 'WHOLE1' }]);
  expect(await rig.ask('bench.confirm', { deviceIds: [id], question: 'reset' })).toEqual({ deviceIds: [] });
});
