import { afterEach, expect, test } from 'vitest';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
afterEach(async () => rig.close());

test('a person’s choice is kept with who made it, outranks the batch’s, and gives way to it when it is taken back', async () => {
  rig = await startRegistrationRig();
  const deviceIds = rig.addDevices([{ serialNumber: 'KSK1' }, { serialNumber: 'KSK2' }]);
  const [id = '', other = ''] = deviceIds;
  const scenarioOf = async (deviceId: string) => (await rig.ask('devices.get', { id: deviceId })).device.scenario;

  expect(await scenarioOf(id)).toMatchObject({ name: 'unknown', source: 'none' });
  expect(await rig.ask('scenarios.choose', { deviceIds: [id], scenario: 'userDriven' })).toEqual({ changed: 1 });
  const forBatch = { deviceIds, scenario: 'selfDeploying', isForBatch: true } as const;
  expect(await rig.ask('scenarios.choose', forBatch)).toEqual({ changed: 2 });
  expect(await scenarioOf(id)).toMatchObject({ name: 'userDriven', source: 'person' });
  expect(await scenarioOf(other)).toMatchObject({ name: 'selfDeploying', source: 'batch' });

  await rig.ask('scenarios.choose', { deviceIds: [id], scenario: null });
  expect(await scenarioOf(id)).toMatchObject({ name: 'selfDeploying', source: 'batch' });
  const { timeline } = await rig.ask('devices.get', { id });
  expect(timeline.slice(0, 3).map(({ sentence }) => sentence)).toEqual([
    'The scenario follows the assigned profile again.',
    'Of its batch was said: Self-deploying.',
    'The scenario was set to User-driven.',
  ]);
});

test('the assigned profile tells the scenario and the join type', async () => {
  rig = await startRegistrationRig();
  const tags = ['', 'Kiosk', 'UserDriven', 'Hybrid'];
  const deviceIds = rig.addDevices(tags.map((groupTag, index) => ({ serialNumber: `WAY${index}`, groupTag })));
  await rig.ask('registration.register', { deviceIds });
  await rig.untilSettled(deviceIds);
  const told = await Promise.all(deviceIds.map(async (id) => (await rig.ask('devices.get', { id })).device.scenario));
  expect(told).toMatchObject([
    { name: 'preProvisioned', joinType: 'entra', source: 'profile' },
    { name: 'selfDeploying', joinType: 'entra', source: 'profile' },
    { name: 'userDriven', joinType: 'entra', source: 'profile' },
    { name: 'preProvisioned', joinType: 'hybrid', source: 'profile' },
  ]);
});
