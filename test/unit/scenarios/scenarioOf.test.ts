import { describe, expect, test } from 'vitest';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { scenarioOf } from '../../../src/shared/scenarios/scenarioOf.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';

const noProfile = { profile: 'notAssigned', profileAllowsPreProvisioning: null } as const;
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
      { ...noProfile, chosenScenario: 'selfDeploying', chosenScenarioBy: 'batch' },
      { name: 'selfDeploying', source: 'batch' },
    ],
    ['nothing', noProfile, { name: 'unknown', joinType: 'unknown', source: 'none' }],
  ])('follows from %s', (_, change, expected) => {
    expect(of(change)).toMatchObject({ profileSays: null, ...expected });
  });

  test('a person outranks the profile, and what the profile is for is told where the two do not go together', () => {
    const chosen = { chosenScenario: 'userDriven', chosenScenarioBy: 'person' } as const;
    expect(of(chosen)).toMatchObject({ name: 'userDriven', source: 'person', profileSays: null });
    expect(of({ ...chosen, profileUsage: 'shared' })).toMatchObject({
      name: 'userDriven',
      profileSays: 'selfDeploying',
    });
  });

  test('a profile outranks a rule, a batch and the tenant', () => {
    const chosen = { chosenScenario: 'selfDeploying', chosenScenarioBy: 'rule' } as const;
    expect(of(chosen)).toMatchObject({ name: 'preProvisioned', source: 'profile' });
  });
});
