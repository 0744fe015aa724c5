import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { expectedProfileOf } from '../../../src/shared/scenarios/expectedProfileOf.ts';
import { chosenJoinType, chosenScenario } from '../../../src/shared/scenarios/scenarioName.ts';
import { scenarioOf } from '../../../src/shared/scenarios/scenarioOf.ts';
import { expectedProfileSentence, scenarioSentence } from '../../../src/shared/scenarios/scenarioWords.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const noProfile = { profile: 'notAssigned', profileAllowsPreProvisioning: null } as const;
const kioskRule = { groupTag: 'Kiosk', profile: 'Kiosks', scenario: 'selfDeploying', joinType: null } as const;
const tenantDefault = { scenario: 'userDriven', joinType: 'hybrid' } as const;
const of = (change: Partial<DeviceRecord>) => scenarioOf(readyDevice(change));

describe('how a device is to be deployed', () => {
  test.each<[string, Partial<DeviceRecord>, object]>([
    ['a profile that allows pre-provisioning', {}, { name: 'preProvisioned', source: 'profile' }],
    [
      'a profile for a user without it',
      { profileUsage: 'singleUser', profileAllowsPreProvisioning: false },
      { name: 'userDriven', source: 'profile' },
    ],
    ['a profile for shared devices', { profileUsage: 'shared' }, { name: 'selfDeploying', source: 'profile' }],
    ['a hybrid profile', { profileJoin: 'hybrid' }, { name: 'preProvisioned', joinType: 'hybrid' }],
    [
      'a DeviceLink, while it is not registered',
      { ...noProfile, registration: 'none', hasDeviceLink: true },
      { name: 'devicePreparation', joinType: 'entra', source: 'deviceLink' },
    ],
    [
      'its batch, before a profile comes',
      { ...noProfile, batchScenario: 'selfDeploying' },
      { name: 'selfDeploying', source: 'batch' },
    ],
    [
      'the rule of its group tag, before its batch and the tenant',
      { ...noProfile, tagRule: kioskRule, batchScenario: 'userDriven', tenantDefault },
      { name: 'selfDeploying', source: 'rule', ruleTag: 'Kiosk' },
    ],
    [
      'its tenant, where the rule speaks of something else',
      { ...noProfile, tagRule: { ...kioskRule, scenario: null }, tenantDefault },
      { name: 'userDriven', joinType: 'hybrid', source: 'tenant', ruleTag: null },
    ],
    ['nothing', noProfile, { name: 'unknown', joinType: 'unknown', source: 'none' }],
  ])('follows from %s', (_, change, expected) => {
    expect(of(change)).toMatchObject({ profileSays: null, ...expected });
  });

  test('a person outranks the profile, and what the profile is for is told where the two do not go together', () => {
    const chosen = { chosenScenario: 'userDriven' } as const;
    expect(of(chosen)).toMatchObject({ name: 'userDriven', source: 'person', profileSays: null });
    expect(of({ ...chosen, profileUsage: 'shared' })).toMatchObject({
      name: 'userDriven',
      profileSays: 'selfDeploying',
    });
  });

  test('a profile outranks a rule, a batch and the tenant', () => {
    const weaker = { tagRule: kioskRule, batchScenario: 'selfDeploying', tenantDefault } as const;
    expect(of(weaker)).toMatchObject({ name: 'preProvisioned', source: 'profile' });
  });
});

const scenario = fc.option(fc.constantFrom(...chosenScenario.options));
const join = fc.option(fc.constantFrom(...chosenJoinType.options));

test('the strongest that says anything always tells, of the scenario and of the join type', () => {
  const said = fc.record({ person: scenario, rule: scenario, batch: scenario, tenant: scenario });
  const joins = fc.record({ person: join, rule: join, batch: join, tenant: join });
  fc.assert(
    fc.property(said, joins, (by, joining) => {
      const told = of({
        ...noProfile,
        chosenScenario: by.person,
        chosenJoinType: joining.person,
        tagRule: { groupTag: 'Kiosk', profile: null, scenario: by.rule, joinType: joining.rule },
        batchScenario: by.batch,
        batchJoinType: joining.batch,
        tenantDefault: { scenario: by.tenant, joinType: joining.tenant },
      });
      const source = (['person', 'rule', 'batch', 'tenant'] as const).find((name) => by[name] !== null) ?? null;
      expect(told).toMatchObject({
        name: source === null ? 'unknown' : by[source],
        source: source ?? 'none',
        ruleTag: source === 'rule' ? 'Kiosk' : null,
        joinType: joining.person ?? joining.rule ?? joining.batch ?? joining.tenant ?? 'unknown',
      });
    }),
  );
});

test('who says it is told in words', () => {
  expect(scenarioSentence(of({ ...noProfile, tagRule: { ...kioskRule, joinType: 'entra' } }))).toBe(
    'Self-deploying, Microsoft Entra join (by the rule for group tag Kiosk)',
  );
  expect(scenarioSentence(of({ ...noProfile, tenantDefault }))).toBe(
    'User-driven, Microsoft Entra hybrid join (the tenant’s default)',
  );
});

describe('the expected profile', () => {
  test('is what a person says of the device, else what the rule of its tag says', () => {
    const byRule = expectedProfileOf(readyDevice({ tagRule: kioskRule }));
    expect(byRule).toEqual({ name: 'Kiosks', source: 'rule', ruleTag: 'Kiosk' });
    expect(byRule && expectedProfileSentence(byRule)).toBe('Kiosks (by the rule for group tag Kiosk)');
    const byPerson = expectedProfileOf(readyDevice({ expectedProfile: 'Lobby', tagRule: kioskRule }));
    expect(byPerson && expectedProfileSentence(byPerson)).toBe('Lobby (chosen by hand)');
  });

  test('is none where nobody says so', () => {
    expect(expectedProfileOf(readyDevice())).toBeNull();
    expect(expectedProfileOf(readyDevice({ tagRule: { ...kioskRule, profile: null } }))).toBeNull();
  });
});
