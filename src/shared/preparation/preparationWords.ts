import type { PreparationPolicy, PreparationTarget, PreparedItem } from './preparationPolicy.ts';

/** One line of what a policy says. */
export interface PreparationFact {
  readonly label: string;
  readonly value: string;
}

const NOT_TOLD = 'not told';
const NOT_READ = 'could not be read';

const kinds = { userDriven: 'user-driven', automatic: 'automatic' } as const;
const targets: Readonly<Record<string, string>> = {
  group: 'group',
  exclusionGroup: 'all but group',
  allDevices: 'all devices',
  allLicensedUsers: 'all users',
};

/** How device preparation is begun. */
export const kindWords = ({ kind }: PreparationPolicy): string => (kind === null ? NOT_TOLD : kinds[kind]);

/** The device group by its name, else by its id. */
export function deviceGroupWords({ deviceGroup }: PreparationPolicy): string {
  if (deviceGroup === null) return NOT_READ;
  return deviceGroup.id === null ? 'none' : (deviceGroup.name ?? deviceGroup.id);
}

/** Every setting of a policy, as Intune calls it. @param instant how a moment is written for whoever reads it */
export function preparationFacts(
  policy: PreparationPolicy,
  instant: (at: string) => string,
): readonly PreparationFact[] {
  const { settings, deviceGroup } = policy;
  const told = (value: string | number | null | undefined): string =>
    settings === null ? NOT_READ : String(value ?? NOT_TOLD);
  const when = (at: string | null): string => (at === null ? NOT_TOLD : instant(at));
  return [
    ...(policy.description === null ? [] : [{ label: 'Description', value: policy.description }]),
    { label: 'Begun', value: kindWords(policy) },
    { label: 'Priority', value: String(policy.priority ?? NOT_TOLD) },
    { label: 'Device group', value: deviceGroupWords(policy) },
    { label: 'Owned by Intune', value: deviceGroup === null ? NOT_READ : yesNo(deviceGroup.hasOwner) },
    { label: 'Assigned to', value: targetWords(policy.assignments) },
    { label: 'Join type', value: told(settings?.join) },
    { label: 'User account type', value: told(settings?.accountType) },
    { label: 'Minutes allowed', value: told(settings?.minutes) },
    { label: 'Custom error message', value: told(settings?.errorMessage) },
    { label: 'Skip after several attempts', value: settings === null ? NOT_READ : yesNo(settings.allowsSkip) },
    { label: 'Link to diagnostics', value: settings === null ? NOT_READ : yesNo(settings.allowsDiagnostics) },
    { label: 'Apps', value: settings === null ? NOT_READ : itemWords(policy.apps) },
    { label: 'Scripts', value: settings === null ? NOT_READ : itemWords(policy.scripts) },
    { label: 'Created', value: when(policy.createdAt) },
    { label: 'Modified', value: when(policy.modifiedAt) },
  ];
}

function targetWords(given: readonly PreparationTarget[] | null): string {
  if (given === null) return NOT_READ;
  if (given.length === 0) return 'nobody';
  return given
    .map(({ target, groupId }) => [targets[target] ?? target, groupId].filter((word) => word !== null).join(' '))
    .join(', ');
}

const itemWords = (items: readonly PreparedItem[]): string =>
  items.length === 0 ? 'none' : items.map(({ name, id }) => name ?? id).join(', ');

function yesNo(value: boolean | null): string {
  if (value === null) return NOT_TOLD;
  return value ? 'yes' : 'no';
}
