import type { ScenarioName } from '../scenarios/scenarioName.ts';
import { conflictsOf, inConflictOrder, reachOf, type ProfileReach } from './conflictOrder.ts';
import { checkTemplate } from './nameTemplate.ts';
import type { ProfileFinding } from './profileFinding.ts';
import type { TenantProfile } from './tenantProfile.ts';

/** Devices of the queue that are alike in what profiles have to do with. */
export interface QueuedDevices {
  /** The name of the profile that they have. */
  readonly has: string | null;
  readonly expects: string | null;
  /** How they are to be deployed, by anything but their profile. */
  readonly scenario: ScenarioName | null;
  readonly devices: number;
  readonly longestSerialNumber: string | null;
}

export interface JudgedProfile {
  readonly profile: TenantProfile;
  readonly reach: ProfileReach;
  /** How many devices of the queue have it, and expect it. */
  readonly have: number;
  readonly expect: number;
  readonly findings: readonly ProfileFinding[];
}

const OS_DEFAULT = 'os-default';

/** Every profile of a tenant, as they win over each other, with what is to be looked at beforehand. */
export function judgeProfiles(
  profiles: readonly TenantProfile[],
  queue: readonly QueuedDevices[],
): readonly JudgedProfile[] {
  const conflicts = conflictsOf(profiles);
  return inConflictOrder(profiles).map((profile) => {
    const have = queue.filter(({ has }) => has === profile.name);
    const expect = queue.filter(({ expects }) => expects === profile.name);
    const namesakes = profiles.filter(({ name }) => name === profile.name).length;
    const findings: ProfileFinding[] = [
      ...conflicts.flatMap((conflict) => conflictFinding(profile, conflict)),
      ...(reachOf(profile) === 'none' ? [{ code: 'profiles.notAssigned' } as const] : []),
      ...(namesakes > 1 ? [{ code: 'profiles.sameName', profiles: namesakes } as const] : []),
      ...queueFindings(profile, expect),
      ...settingFindings(profile),
      ...nameFindings(profile, [...new Set([...have, ...expect])]),
    ];
    return { profile, reach: reachOf(profile), have: sum(have), expect: sum(expect), findings };
  });
}

function conflictFinding(
  profile: TenantProfile,
  { groupId, winner, profiles }: ReturnType<typeof conflictsOf>[number],
): readonly ProfileFinding[] {
  if (!profiles.includes(profile)) return [];
  const others = profiles.filter((other) => other !== profile).map(({ name }) => name);
  if (winner === null) return [{ code: 'profiles.openConflict', groupId, others }];
  return winner === profile
    ? [{ code: 'profiles.winsConflict', groupId, over: others }]
    : [{ code: 'profiles.losesConflict', groupId, winner: winner.name }];
}

function queueFindings(profile: TenantProfile, expect: readonly QueuedDevices[]): readonly ProfileFinding[] {
  const preProvisioned = sum(expect.filter(({ scenario }) => scenario === 'preProvisioned'));
  const elsewhere = sum(expect.filter(({ has }) => has !== null && has !== profile.name));
  return [
    ...(profile.allowsPreProvisioning === false && preProvisioned > 0
      ? [{ code: 'profiles.preProvisioningOff', devices: preProvisioned } as const]
      : []),
    ...(elsewhere > 0 ? [{ code: 'profiles.otherAssigned', devices: elsewhere } as const] : []),
  ];
}

function settingFindings(profile: TenantProfile): readonly ProfileFinding[] {
  const { allowsPreProvisioning, convertsAll, language, skipsKeyboard } = profile;
  return [
    ...(allowsPreProvisioning === true && language !== null && language !== ''
      ? [
          {
            code: 'profiles.languageSet',
            language: language === OS_DEFAULT ? 'Operating system default' : language,
          } as const,
        ]
      : []),
    ...(skipsKeyboard === true && language === '' ? [{ code: 'profiles.keyboardWithoutLanguage' } as const] : []),
    ...(convertsAll === true ? [{ code: 'profiles.convertsAll' } as const] : []),
  ];
}

function nameFindings(
  { join, nameTemplate }: TenantProfile,
  queue: readonly QueuedDevices[],
): readonly ProfileFinding[] {
  if (nameTemplate === null || nameTemplate === '') return [];
  if (join === 'hybrid') return [{ code: 'profiles.nameHybrid' }];
  const serials = queue.flatMap(({ longestSerialNumber: serial }) => (serial === null ? [] : [serial]));
  const longestSerialNumber = serials.sort((left, right) => right.length - left.length)[0] ?? null;
  return checkTemplate(nameTemplate, { devices: sum(queue), longestSerialNumber });
}

const sum = (queue: readonly QueuedDevices[]): number => queue.reduce((all, { devices }) => all + devices, 0);
