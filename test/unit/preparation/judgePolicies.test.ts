import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePolicies } from '../../../src/shared/preparation/judgePolicies.ts';
import { preparationFindingWords } from '../../../src/shared/preparation/preparationFinding.ts';
import type {
  DeviceGroup,
  PreparationPolicy,
  PreparationTarget,
  PreparedItem,
} from '../../../src/shared/preparation/preparationPolicy.ts';

const GROUP = 'g-devices';
const group: DeviceGroup = {
  id: GROUP,
  problem: null,
  name: 'Devices',
  isSecurity: true,
  isDynamic: false,
  isRoleAssignable: false,
  hasOwner: true,
};
const to = (groupId: string | null, target = 'group', intent: string | null = null): PreparationTarget => ({
  target,
  groupId,
  intent,
});
const app = (change: Partial<PreparedItem> = {}): PreparedItem => ({
  id: 'a',
  type: null,
  name: 'Agent',
  runAs: 'system',
  targets: [to(GROUP, 'group', 'required')],
  ...change,
});

const right: PreparationPolicy = {
  id: 'p',
  name: 'Policy',
  description: null,
  kind: 'userDriven',
  priority: 1,
  createdAt: null,
  modifiedAt: null,
  settings: {
    mode: 'standard',
    type: 'user-driven',
    join: 'Microsoft Entra joined',
    accountType: 'standard user',
    minutes: 60,
    errorMessage: null,
    allowsSkip: false,
    allowsDiagnostics: true,
  },
  assignments: [to('g-users')],
  deviceGroup: group,
  apps: [app()],
  scripts: [app({ id: 's', name: 'Script', targets: [to(GROUP)] })],
  unread: [],
};

const codesOf = (change: Partial<PreparationPolicy>): readonly string[] =>
  judgePolicies([{ ...right, ...change }])[0]?.findings.map(({ code }) => code.replace('preparation.', '')) ?? [];
const withGroup = (change: Partial<DeviceGroup>) => ({ deviceGroup: { ...group, ...change } });
const settings = (change: Partial<NonNullable<PreparationPolicy['settings']>>) => ({
  settings: right.settings && { ...right.settings, ...change },
});

describe('a policy of device preparation', () => {
  test('that is set up as Microsoft says has nothing to find', () => {
    expect(codesOf({})).toEqual([]);
  });

  test.each<[string, Partial<PreparationPolicy>, readonly string[]]>([
    ['without a device group', withGroup({ id: null }), ['noDeviceGroup']],
    [
      'that is automatic, without a device group and users',
      { kind: 'automatic', assignments: [], ...withGroup({ id: null }) },
      [],
    ],
    ['whose group could not be read', { deviceGroup: null }, []],
    ['whose group is gone', withGroup({ problem: 'securityGroupNotFound', hasOwner: null }), ['groupNotFound']],
    ['whose group is none of security', withGroup({ isSecurity: false }), ['groupNotSecurity']],
    [
      'whose group Intune calls none of security',
      withGroup({ problem: 'notSecurityGroup', isSecurity: null }),
      ['groupNotSecurity'],
    ],
    ['whose group has a rule', withGroup({ isDynamic: true }), ['groupDynamic']],
    ['whose group Intune calls dynamic', withGroup({ problem: 'notStaticSecurityGroup' }), ['groupDynamic']],
    ['whose group takes roles', withGroup({ isRoleAssignable: true }), ['groupRoleAssignable']],
    ['whose group Intune does not own', withGroup({ hasOwner: false }), ['ownerMissing']],
    ['of whose group nobody knows the owner', withGroup({ hasOwner: null }), ['ownerUnknown']],
    ['whose group is out of scope', withGroup({ problem: 'securityGroupNotInCallerScope' }), ['groupNotInScope']],
    ['with a problem that is new', withGroup({ problem: 'tooLarge' }), ['groupProblem']],
    ['for nobody', { assignments: [] }, ['notAssigned']],
    ['for all but a group', { assignments: [to('g', 'exclusionGroup')] }, ['notAssigned']],
    ['for all users', { assignments: [to(null, 'allLicensedUsers')] }, []],
    ['for its own devices', { assignments: [to(GROUP)] }, ['assignedToDeviceGroup']],
    ['whose assignments could not be read', { assignments: null }, []],
    ['that gives 14 minutes', settings({ minutes: 14 }), ['minutesOutOfRange']],
    ['that gives 15 minutes', settings({ minutes: 15 }), []],
    ['that gives 720 minutes', settings({ minutes: 720 }), []],
    ['that gives 721 minutes', settings({ minutes: 721 }), ['minutesOutOfRange']],
    ['that waits for ten apps', { apps: Array.from({ length: 10 }, () => app()) }, []],
    ['that waits for eleven', { apps: Array.from({ length: 11 }, () => app()) }, ['tooManyApps']],
    ['that waits for eleven scripts', { scripts: Array.from({ length: 11 }, () => app()) }, ['tooManyScripts']],
    ['whose app is only offered', { apps: [app({ targets: [to(GROUP, 'group', 'available')] })] }, ['appNotRequired']],
    ['whose app is for others', { apps: [app({ targets: [to('g-users', 'group', 'required')] })] }, ['appNotRequired']],
    ['whose app is for all devices', { apps: [app({ targets: [to(null, 'allDevices', 'required')] })] }, []],
    [
      'whose app is for all but its devices',
      { apps: [app({ targets: [to(null, 'allDevices', 'required'), to(GROUP, 'exclusionGroup', 'required')] })] },
      ['appNotRequired'],
    ],
    ['whose app is installed for the user', { apps: [app({ runAs: 'user' })] }, ['appAsUser']],
    ['of whose app nothing is known', { apps: [app({ name: null, runAs: null, targets: null })] }, []],
    ['whose app is gone', { apps: [app({ name: null, runAs: null, targets: [] })] }, ['itemGone']],
    ['whose script is gone', { scripts: [app({ name: null, runAs: null, targets: [] })] }, ['itemGone']],
    ['whose script is for nobody', { scripts: [app({ targets: [] })] }, ['scriptNotAssigned']],
    ['whose script runs as the user', { scripts: [app({ runAs: 'user' })] }, ['scriptAsUser']],
    [
      'of which a part was refused',
      { unread: [{ part: 'groupOwner', message: 'No.' }], ...withGroup({ hasOwner: null }) },
      ['notRead'],
    ],
  ])('%s', (_, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  test('the lowest priority wins, and one that is not told comes last', () => {
    const policies = [null, 3, 1].map((priority) => ({ ...right, name: String(priority), priority }));
    expect(judgePolicies(policies).map(({ policy }) => policy.name)).toEqual(['1', '3', 'null']);
  });

  const maybe = fc.option(fc.boolean(), { nil: null });
  const target = fc.record({
    target: fc.constantFrom('group', 'exclusionGroup', 'allDevices', 'new'),
    groupId: fc.constantFrom(GROUP, 'g-other', null),
    intent: fc.constantFrom('required', 'available', null),
  });
  const item = fc.record({
    id: fc.string({ minLength: 1 }),
    type: fc.constant(null),
    name: fc.option(fc.string({ minLength: 1 }), { nil: null }),
    runAs: fc.constantFrom('system', 'user', null),
    targets: fc.option(fc.array(target), { nil: null }),
  });
  const anyPolicy: fc.Arbitrary<PreparationPolicy> = fc.record({
    id: fc.constant('p'),
    name: fc.string(),
    description: fc.constant(null),
    kind: fc.constantFrom('userDriven', 'automatic', null),
    priority: fc.option(fc.integer(), { nil: null }),
    createdAt: fc.constant(null),
    modifiedAt: fc.constant(null),
    settings: fc.constantFrom(null, right.settings),
    assignments: fc.option(fc.array(target), { nil: null }),
    deviceGroup: fc.option(
      fc.record({
        id: fc.constantFrom(GROUP, null),
        problem: fc.constantFrom(null, 'notSecurityGroup', 'firstPartyAppNotAnOwner', 'new'),
        name: fc.constant(null),
        isSecurity: maybe,
        isDynamic: maybe,
        isRoleAssignable: maybe,
        hasOwner: maybe,
      }),
      { nil: null },
    ),
    apps: fc.array(item, { maxLength: 12 }),
    scripts: fc.array(item, { maxLength: 12 }),
    unread: fc.constant([]),
  });

  test('what is not known is never called missing, whatever else is wrong', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const codes = codesOf(policy);
        const { deviceGroup, apps, scripts, assignments } = policy;
        if (deviceGroup === null) expect(codes.filter((code) => /^(group|owner|noDevice)/.test(code))).toEqual([]);
        if (deviceGroup?.hasOwner !== false) expect(codes).not.toContain('ownerMissing');
        if (apps.every(({ targets }) => targets === null)) expect(codes).not.toContain('appNotRequired');
        if (scripts.every(({ targets }) => targets === null)) expect(codes).not.toContain('scriptNotAssigned');
        if (assignments === null) expect(codes).not.toContain('notAssigned');
      }),
    );
  });

  test('every finding is a sentence', () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        for (const { findings } of judgePolicies([policy])) {
          for (const finding of findings) expect(preparationFindingWords(finding)).toMatch(/\.$/);
        }
      }),
    );
  });
});
