import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsOf, inConflictOrder } from '../../../src/shared/profiles/conflictOrder.ts';
import { judgeProfiles, type QueuedDevices } from '../../../src/shared/profiles/judgeProfiles.ts';
import { profileFindingWords } from '../../../src/shared/profiles/profileFinding.ts';
import type { TenantProfile } from '../../../src/shared/profiles/tenantProfile.ts';

const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();
const toGroup = (groupId: string) => ({ target: 'group', groupId });
const notGroup = (groupId: string) => ({ target: 'exclusionGroup', groupId });
const toAll = { target: 'allDevices', groupId: null };

const profileNamed = (name: string, changes: Partial<TenantProfile> = {}): TenantProfile => ({
  id: name,
  name,
  description: null,
  kind: null,
  join: 'entra',
  usage: 'singleUser',
  allowsPreProvisioning: true,
  nameTemplate: null,
  language: '',
  accountType: 'standard',
  hidesLicense: true,
  hidesPrivacy: true,
  hidesChangeAccount: true,
  skipsKeyboard: false,
  skipsConnectivityCheck: null,
  convertsAll: false,
  deviceType: 'windowsPc',
  createdAt: day(1),
  modifiedAt: day(1),
  assignments: [toGroup('g')],
  others: {},
  ...changes,
});
const queued = (changes: Partial<QueuedDevices>): QueuedDevices => ({
  has: null,
  expects: null,
  scenario: null,
  devices: 1,
  longestSerialNumber: null,
  ...changes,
});
const findingsOf = (profile: TenantProfile, queue: readonly QueuedDevices[] = []) =>
  judgeProfiles([profile], queue)[0]?.findings ?? [];

describe('which profile wins', () => {
  it('the oldest that reaches a device by a group, and a default one only where no other does', () => {
    const order = inConflictOrder([
      profileNamed('nobody’s', { assignments: [], createdAt: day(1) }),
      profileNamed('default', { assignments: [toAll], createdAt: day(2) }),
      profileNamed('younger', { createdAt: day(9) }),
      profileNamed('undated', { createdAt: null }),
      profileNamed('older', { createdAt: day(3) }),
    ]);
    expect(order.map(({ name }) => name)).toEqual(['older', 'younger', 'undated', 'default', 'nobody’s']);
  });

  it('does not depend on the order in which they came', () => {
    const some = fc.array(
      fc.record({
        name: fc.string(),
        createdAt: fc.option(fc.integer({ min: 1, max: 9 }).map(day)),
        assignments: fc.option(fc.array(fc.constantFrom(toGroup('a'), toGroup('b'), notGroup('a'), toAll))),
      }),
    );
    fc.assert(
      fc.property(some, (changes) => {
        const profiles = changes.map((change, index) =>
          profileNamed(`${change.name} ${index}`, { ...change, name: `${change.name} ${index}` }),
        );
        expect(inConflictOrder([...profiles].reverse())).toEqual(inConflictOrder(profiles));
        for (const { winner, profiles: meeting } of conflictsOf(profiles)) {
          expect(meeting.length).toBeGreaterThan(1);
          if (winner !== null) {
            expect(meeting.every(({ createdAt }) => createdAt !== null && (winner.createdAt ?? '') <= createdAt)).toBe(
              true,
            );
          }
        }
      }),
    );
  });

  it('two with the same group are in conflict, and each says who wins', () => {
    const judged = judgeProfiles([profileNamed('young', { createdAt: day(2) }), profileNamed('old')], []);
    expect(judged.map(({ profile, findings }) => [profile.name, findings])).toEqual([
      ['old', [{ code: 'profiles.winsConflict', groupId: 'g', over: ['young'] }]],
      ['young', [{ code: 'profiles.losesConflict', groupId: 'g', winner: 'old' }]],
    ]);
  });

  it('a group that one of them excludes is no conflict, nor are a group and all devices', () => {
    expect(conflictsOf([profileNamed('a'), profileNamed('b', { assignments: [toGroup('g'), notGroup('g')] })])).toEqual(
      [],
    );
    expect(conflictsOf([profileNamed('a'), profileNamed('b', { assignments: [toAll] })])).toEqual([]);
  });

  it('nobody can tell where both were made at the same time, or it is not known when', () => {
    for (const createdAt of [day(1), null]) {
      expect(conflictsOf([profileNamed('a'), profileNamed('b', { createdAt })])[0]?.winner).toBeNull();
    }
  });
});

describe('before devices start', () => {
  it('a sound profile has no finding', () => {
    expect(findingsOf(profileNamed('sound', { nameTemplate: 'LAB-%SERIAL%' }), [queued({ has: 'sound' })])).toEqual([]);
  });

  it.each(['os-default', 'de-DE'])('pre-provisioning wants the language “user specified” (%s)', (language) => {
    expect(findingsOf(profileNamed('p', { language }))).toMatchObject([{ code: 'profiles.languageSet' }]);
    expect(findingsOf(profileNamed('p', { language, allowsPreProvisioning: false }))).toEqual([]);
  });

  it('a language that Microsoft does not tell is not judged', () => {
    expect(findingsOf(profileNamed('p', { language: null }))).toEqual([]);
  });

  it('devices to be pre-provisioned expect a profile that does not allow it', () => {
    const queue = [
      queued({ expects: 'off', scenario: 'preProvisioned', devices: 3 }),
      queued({ expects: 'off', scenario: 'userDriven', devices: 5 }),
      queued({ expects: 'other', scenario: 'preProvisioned', devices: 7 }),
    ];
    const [judged] = judgeProfiles([profileNamed('off', { allowsPreProvisioning: false })], queue);
    expect(judged).toMatchObject({ expect: 8, findings: [{ code: 'profiles.preProvisioningOff', devices: 3 }] });
  });

  it('devices have another profile than the expected one', () => {
    const queue = [
      queued({ expects: 'p', has: 'q', devices: 2 }),
      queued({ expects: 'p', has: 'p' }),
      queued({ expects: 'p' }),
    ];
    expect(findingsOf(profileNamed('p'), queue)).toEqual([{ code: 'profiles.otherAssigned', devices: 2 }]);
  });

  it('nobody gets a profile without an assignment; one whose assignments were not read is not judged', () => {
    expect(findingsOf(profileNamed('p', { assignments: [] }))).toEqual([{ code: 'profiles.notAssigned' }]);
    expect(findingsOf(profileNamed('p', { assignments: null }))).toEqual([]);
  });

  it('a name template does nothing in a hybrid join', () => {
    expect(findingsOf(profileNamed('p', { join: 'hybrid', nameTemplate: 'far-too-long-for-a-name' }))).toEqual([
      { code: 'profiles.nameHybrid' },
    ]);
  });

  it('is said in one or more sentences', () => {
    const [finding] = findingsOf(profileNamed('p', { language: 'de-DE' }));
    expect(finding === undefined ? '' : profileFindingWords(finding)).toContain('User specified');
  });
});
