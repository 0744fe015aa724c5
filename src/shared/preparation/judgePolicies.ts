import { FEWEST_MINUTES, MOST_ITEMS, MOST_MINUTES, type PreparationFinding } from './preparationFinding.ts';
import type { DeviceGroup, PreparationPolicy, PreparationTarget, PreparedItem } from './preparationPolicy.ts';

export interface JudgedPolicy {
  readonly policy: PreparationPolicy;
  readonly findings: readonly PreparationFinding[];
}

/** Every policy of a tenant in the order in which they win, with what is wrong with it and what is not known. */
export function judgePolicies(policies: readonly PreparationPolicy[]): readonly JudgedPolicy[] {
  return [...policies].sort(byPriority).map((policy) => ({ policy, findings: findingsOf(policy) }));
}

function findingsOf(policy: PreparationPolicy): readonly PreparationFinding[] {
  const { deviceGroup, apps, scripts, unread } = policy;
  return [
    ...(deviceGroup === null ? [] : groupFindings(policy, deviceGroup)),
    ...assignmentFindings(policy),
    ...settingFindings(policy),
    ...(apps.length > MOST_ITEMS ? [{ code: 'preparation.tooManyApps', apps: apps.length } as const] : []),
    ...(scripts.length > MOST_ITEMS ? [{ code: 'preparation.tooManyScripts', scripts: scripts.length } as const] : []),
    ...apps.flatMap((app) => appFindings(app, deviceGroup)),
    ...scripts.flatMap((script) => scriptFindings(script, deviceGroup)),
    ...unread.map(({ part, message }): PreparationFinding => ({ code: 'preparation.notRead', part, message })),
  ];
}

/** What Intune itself has against a group counts before what Reseal makes of the directory. */
function groupFindings({ kind, unread }: PreparationPolicy, deviceGroup: DeviceGroup): readonly PreparationFinding[] {
  const { id, name, problem, isSecurity, isDynamic, isRoleAssignable, hasOwner } = deviceGroup;
  // Automatic device preparation may do without one.
  if (id === null) return kind === 'automatic' ? [] : [{ code: 'preparation.noDeviceGroup' }];
  const group = name ?? id;
  if (problem === 'securityGroupNotFound') return [{ code: 'preparation.groupNotFound', group }];
  const isOwnerUnread = unread.some(({ part }) => part === 'groupOwner');
  return [
    ...(isSecurity === false || problem === 'notSecurityGroup'
      ? [{ code: 'preparation.groupNotSecurity', group } as const]
      : []),
    ...(isDynamic === true || problem === 'notStaticSecurityGroup'
      ? [{ code: 'preparation.groupDynamic', group } as const]
      : []),
    ...(isRoleAssignable === true ? [{ code: 'preparation.groupRoleAssignable', group } as const] : []),
    ...(hasOwner === false ? [{ code: 'preparation.ownerMissing', group } as const] : []),
    ...(hasOwner === null && !isOwnerUnread ? [{ code: 'preparation.ownerUnknown', group } as const] : []),
    ...(problem === 'securityGroupNotInCallerScope' ? [{ code: 'preparation.groupNotInScope', group } as const] : []),
    ...(problem !== null && !KNOWN_PROBLEMS.has(problem)
      ? [{ code: 'preparation.groupProblem', group, problem } as const]
      : []),
  ];
}

/** In Graph’s words, each of which has a finding of its own. */
const KNOWN_PROBLEMS: ReadonlySet<string> = new Set([
  'securityGroupNotFound',
  'notSecurityGroup',
  'notStaticSecurityGroup',
  'firstPartyAppNotAnOwner',
  'securityGroupNotInCallerScope',
]);

function assignmentFindings({ kind, assignments, deviceGroup }: PreparationPolicy): readonly PreparationFinding[] {
  // An automatic policy is assigned elsewhere.
  if (assignments === null || kind === 'automatic') return [];
  const reached = assignments.filter(({ target }) => target !== 'exclusionGroup');
  if (reached.length === 0) return [{ code: 'preparation.notAssigned' }];
  const group = deviceGroup?.id ?? null;
  const isToItself = group !== null && reached.some(({ groupId }) => groupId === group);
  return isToItself ? [{ code: 'preparation.assignedToDeviceGroup', group: deviceGroup?.name ?? group }] : [];
}

function settingFindings({ settings }: PreparationPolicy): readonly PreparationFinding[] {
  const minutes = settings?.minutes ?? null;
  if (minutes === null || (minutes >= FEWEST_MINUTES && minutes <= MOST_MINUTES)) return [];
  return [{ code: 'preparation.minutesOutOfRange', minutes }];
}

function appFindings(app: PreparedItem, deviceGroup: DeviceGroup | null): readonly PreparationFinding[] {
  if (isGone(app)) return [{ code: 'preparation.itemGone', item: 'app', id: app.id }];
  const name = app.name ?? app.id;
  const isRequired = ({ intent }: PreparationTarget): boolean => intent === 'required';
  return [
    ...(isMissed(app, deviceGroup, isRequired) ? [{ code: 'preparation.appNotRequired', app: name } as const] : []),
    ...(app.runAs === 'user' ? [{ code: 'preparation.appAsUser', app: name } as const] : []),
  ];
}

function scriptFindings(script: PreparedItem, deviceGroup: DeviceGroup | null): readonly PreparationFinding[] {
  if (isGone(script)) return [{ code: 'preparation.itemGone', item: 'script', id: script.id }];
  const name = script.name ?? script.id;
  return [
    ...(isMissed(script, deviceGroup, () => true)
      ? [{ code: 'preparation.scriptNotAssigned', script: name } as const]
      : []),
    ...(script.runAs === 'user' ? [{ code: 'preparation.scriptAsUser', script: name } as const] : []),
  ];
}

/** What Intune does not know has no name and reaches nobody. */
const isGone = ({ name, targets }: PreparedItem): boolean => name === null && targets?.length === 0;

/** Whether an item surely does not reach the device group; where the group or the targets are not known, nobody can tell. */
function isMissed(
  { targets }: PreparedItem,
  deviceGroup: DeviceGroup | null,
  counts: (target: PreparationTarget) => boolean,
): boolean {
  const groupId = deviceGroup?.id ?? null;
  if (targets === null || groupId === null) return false;
  const isOfGroup = (target: PreparationTarget): boolean => target.groupId === groupId;
  if (targets.some((one) => one.target === 'exclusionGroup' && isOfGroup(one))) return true;
  return !targets.some(
    (one) => counts(one) && (one.target === 'allDevices' || (one.target === 'group' && isOfGroup(one))),
  );
}

/** The lowest first; one whose priority is not told comes last. */
function byPriority(left: PreparationPolicy, right: PreparationPolicy): number {
  const last = Number.POSITIVE_INFINITY;
  const order = (left.priority ?? last) - (right.priority ?? last);
  return Number.isNaN(order) || order === 0 ? (left.name < right.name ? -1 : 1) : order;
}
