import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeviceFilter } from '../../../src/shared/devices/deviceFilter.ts';
import { startRegistrationRig, type RegistrationRig } from '../../rigs/registrationRig.ts';

let rig: RegistrationRig;
beforeEach(async () => {
  rig = await startRegistrationRig();
});
afterEach(async () => rig.close());

const nothing = { profileName: null, scenario: null, joinType: null } as const;
const device = async (id: string) => (await rig.ask('devices.get', { id })).device;
/** By the next step that the store keeps for filtering, not by the one that is computed. */
const stored = async (...nextSteps: NonNullable<DeviceFilter['nextSteps']>) =>
  (await rig.ask('devices.ids', { tenantId: rig.tenantId, nextSteps })).ids;
const rules = () => rig.ask('scenarios.rules', { tenantId: rig.tenantId });
const setRule = (groupTag: string, rule: Partial<Record<keyof typeof nothing, string>>) =>
  rig.dispatch('scenarios.setRule', { tenantId: rig.tenantId, groupTag, ...nothing, ...rule });

test('a rule counts at once for the devices of exactly its tag, for later ones, and after a restart', async () => {
  const [prepared = '', near = ''] = rig.addDevices([
    { serialNumber: 'RUL1', groupTag: 'PREP' },
    { serialNumber: 'RUL2', groupTag: 'Prep' },
  ]);
  expect(new Set(await stored('register'))).toEqual(new Set([prepared, near]));

  expect(await setRule('PREP', { scenario: 'devicePreparation' })).toEqual({
    ok: true,
    value: {
      groupTag: 'PREP',
      profile: null,
      scenario: 'devicePreparation',
      joinType: null,
      devices: 1,
      warnings: [{ code: 'nearTags', groupTags: ['Prep'] }],
    },
  });
  expect(await stored('ship')).toEqual([prepared]);
  expect((await device(prepared)).scenario).toMatchObject({ source: 'rule', ruleTag: 'PREP' });
  expect((await device(near)).scenario).toMatchObject({ name: 'unknown', source: 'none' });

  const [later = ''] = rig.addDevices([{ serialNumber: 'RUL3', groupTag: 'PREP' }]);
  await rig.restart();
  expect(new Set(await stored('ship'))).toEqual(new Set([prepared, later]));
  expect(await rules()).toMatchObject({
    rules: [{ groupTag: 'PREP', devices: 2 }],
    groupTags: [
      { groupTag: 'PREP', devices: 2 },
      { groupTag: 'Prep', devices: 1 },
    ],
  });

  expect(await rig.ask('scenarios.removeRule', { tenantId: rig.tenantId, groupTag: 'PREP' })).toEqual({ devices: 2 });
  expect(await stored('ship')).toEqual([]);
  expect(await rules()).toMatchObject({ rules: [] });
});

test('another group tag brings another rule', async () => {
  const [id = ''] = rig.addDevices([{ serialNumber: 'TAG1', groupTag: 'PREP' }]);
  await setRule('PREP', { scenario: 'devicePreparation' });
  await setRule('KIOSK', { scenario: 'selfDeploying', profileName: 'Kiosks' });
  await rig.ask('assignment.setGroupTag', { deviceIds: [id], groupTag: 'KIOSK' });
  expect(await stored('register')).toEqual([id]);
  expect(await device(id)).toMatchObject({
    scenario: { name: 'selfDeploying', source: 'rule', ruleTag: 'KIOSK' },
    expectedProfile: null,
    expectation: { name: 'Kiosks', source: 'rule', ruleTag: 'KIOSK' },
  });
});

test('a rule’s profile is expected where a person expects none, and the gate says whose it is', async () => {
  const [id = ''] = rig.addDevices([{ serialNumber: 'EXP1', groupTag: 'LAB' }]);
  await setRule('LAB', { profileName: 'Lab' });
  await rig.ask('registration.register', { deviceIds: [id] });
  await rig.untilSettled([id]);
  await rig.until(async () => expect((await device(id)).profile).toBe('assigned'));
  const gateOf = async () =>
    (await rig.ask('devices.get', { id })).goGate.find(({ code }) => code === 'profile.expected');
  expect(await gateOf()).toMatchObject({ met: false, finding: 'otherProfile', expected: 'Lab', ruleTag: 'LAB' });
  expect(await stored('clearGate')).toEqual([id]);

  const { profileName } = await device(id);
  await rig.ask('devices.expectProfile', { ids: [id], profileName });
  expect(await gateOf()).toMatchObject({ met: true, expected: profileName, ruleTag: null });
});

test('the tenant’s default counts for what nothing else tells, and yields to a rule', async () => {
  const [plain = '', tagged = ''] = rig.addDevices([
    { serialNumber: 'DEF1' },
    { serialNumber: 'DEF2', groupTag: 'KIOSK' },
  ]);
  await setRule('KIOSK', { scenario: 'selfDeploying' });
  const choice = { scenario: 'devicePreparation', joinType: 'entra' } as const;
  expect(await rig.ask('scenarios.setDefault', { tenantId: rig.tenantId, ...choice })).toEqual(choice);
  expect(await stored('ship')).toEqual([plain]);
  expect((await device(plain)).scenario).toMatchObject({ name: 'devicePreparation', source: 'tenant' });
  expect((await device(tagged)).scenario).toMatchObject({ name: 'selfDeploying', joinType: 'entra', source: 'rule' });

  await rig.ask('scenarios.setDefault', { tenantId: rig.tenantId, scenario: null, joinType: null });
  expect(await stored('ship')).toEqual([]);
  const { entries } = await rig.ask('audit.list', {});
  expect(entries.map(({ sentence }) => sentence)).toContain('The default of Practice tenant: none.');
});

test('a rule that says nothing, an unknown tenant and a tag without a rule are refused in words', async () => {
  expect(await setRule('KIOSK', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  const elsewhere = { tenantId: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11', groupTag: 'KIOSK' };
  expect(await rig.dispatch('scenarios.removeRule', elsewhere)).toMatchObject({ ok: false });
  expect(await rig.dispatch('scenarios.removeRule', { ...elsewhere, tenantId: rig.tenantId })).toMatchObject({
    ok: false,
    error: { code: 'not-found', message: 'Group tag “KIOSK” has no rule.' },
  });
});
