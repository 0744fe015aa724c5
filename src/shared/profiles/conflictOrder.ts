import type { TenantProfile } from './tenantProfile.ts';

/**
 * How a profile reaches devices: by a group, as the default for all others, not at all, or nobody can tell because its
 * assignments could not be read.
 */
export type ProfileReach = 'group' | 'default' | 'none' | 'unknown';

export interface ProfileConflict {
  /** The group that two or more profiles include; null for all devices. */
  readonly groupId: string | null;
  /** Null where their times of creation do not tell it. */
  readonly winner: TenantProfile | null;
  readonly profiles: readonly TenantProfile[];
}

const ORDER: readonly ProfileReach[] = ['group', 'unknown', 'default', 'none'];

export function reachOf({ assignments }: Pick<TenantProfile, 'assignments'>): ProfileReach {
  if (assignments === null) return 'unknown';
  if (assignments.some(({ target }) => target === 'group')) return 'group';
  if (assignments.some(({ target }) => target === 'allDevices')) return 'default';
  return assignments.every(({ target }) => target === 'exclusionGroup') ? 'none' : 'unknown';
}

/**
 * Profiles as they win over each other: of those that reach a device by a group the oldest, a default one only where no
 * other does. Source: Microsoft, “Create Windows Autopilot profiles”, priority of profiles.
 */
export function inConflictOrder(profiles: readonly TenantProfile[]): readonly TenantProfile[] {
  return [...profiles].sort(
    (left, right) =>
      ORDER.indexOf(reachOf(left)) - ORDER.indexOf(reachOf(right)) ||
      byAge(left, right) ||
      (left.name < right.name ? -1 : 1),
  );
}

/** Profiles that surely meet on a device, since the same group or all devices get them; by group. */
export function conflictsOf(profiles: readonly TenantProfile[]): readonly ProfileConflict[] {
  const byGroup = new Map<string | null, TenantProfile[]>();
  for (const profile of profiles) {
    for (const groupId of reachedGroupsOf(profile)) {
      byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), profile]);
    }
  }
  return [...byGroup]
    .filter(([, meeting]) => meeting.length > 1)
    .map(([groupId, meeting]) => ({ groupId, winner: winnerOf(meeting), profiles: inConflictOrder(meeting) }));
}

/** The groups that it includes and does not exclude; null stands for all devices. */
function reachedGroupsOf({ assignments }: TenantProfile): ReadonlySet<string | null> {
  const excluded = new Set((assignments ?? []).filter(({ target }) => target === 'exclusionGroup').map(groupOf));
  const included = (assignments ?? []).flatMap(({ target, groupId }) => {
    if (target === 'allDevices') return [null];
    return target === 'group' && groupId !== null && !excluded.has(groupId) ? [groupId] : [];
  });
  return new Set(included);
}

const groupOf = ({ groupId }: { readonly groupId: string | null }): string | null => groupId;

function winnerOf(profiles: readonly TenantProfile[]): TenantProfile | null {
  const [first, second] = [...profiles].sort(byAge);
  if (first === undefined || profiles.some(({ createdAt }) => createdAt === null)) return null;
  return first.createdAt === second?.createdAt ? null : first;
}

/** The oldest first; one whose age is not known comes last. */
function byAge({ createdAt: left }: TenantProfile, { createdAt: right }: TenantProfile): number {
  if (left === right) return 0;
  if (left === null) return 1;
  return right === null || left < right ? -1 : 1;
}
