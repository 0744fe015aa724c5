import type { Fact } from '../words/fact.ts';
import { reachOf, type ProfileReach } from './conflictOrder.ts';
import type { ProfileAssignment, TenantProfile } from './tenantProfile.ts';

const reachWords: Readonly<Record<ProfileReach, string>> = {
  group: 'by groups',
  default: 'default: all devices that no other reaches',
  none: 'nobody',
  unknown: 'not told',
};
const NOT_TOLD = 'not told';
const yesNo = (flag: boolean | null): string => (flag === null ? NOT_TOLD : flag ? 'yes' : 'no');
const shownOrHidden = (hidden: boolean | null): string => (hidden === null ? NOT_TOLD : hidden ? 'hidden' : 'shown');

const usages: Readonly<Record<string, string>> = { singleUser: 'user-driven', shared: 'self-deploying' };
const targets: Readonly<Record<string, string>> = {
  group: 'group',
  exclusionGroup: 'not group',
  allDevices: 'all devices',
  allLicensedUsers: 'all licensed users',
};
const joins = { entra: 'Microsoft Entra', hybrid: 'Microsoft Entra hybrid' } as const;

/** The mode as Intune calls it; a word that is new to us as it came. */
export const modeWords = ({ usage }: TenantProfile): string => (usage === null ? NOT_TOLD : (usages[usage] ?? usage));
export const joinWords = ({ join, kind }: TenantProfile): string => (join === null ? (kind ?? NOT_TOLD) : joins[join]);
export const preProvisioningWords = ({ allowsPreProvisioning }: TenantProfile): string => yesNo(allowsPreProvisioning);

function languageWords({ language }: TenantProfile): string {
  if (language === null) return NOT_TOLD;
  if (language === '') return 'user specified';
  return language === 'os-default' ? 'operating system default' : language;
}

function assignmentWords(profile: TenantProfile): string {
  const { assignments } = profile;
  return assignments === null || assignments.length === 0
    ? reachWords[reachOf(profile)]
    : assignmentListWords(assignments, () => '');
}

/** Whom something is assigned to. @param behind what is to be said behind an assignment */
export function assignmentListWords<Assignment extends ProfileAssignment>(
  assignments: readonly Assignment[],
  behind: (assignment: Assignment) => string,
): string {
  return assignments
    .map((assignment) => {
      const { target, groupId } = assignment;
      return `${targets[target] ?? target}${groupId === null ? '' : ` ${groupId}`}${behind(assignment)}`;
    })
    .join(', ');
}

/** Every setting of a profile, as Intune calls it. @param instant how a moment is written for whoever reads it */
export function profileFacts(profile: TenantProfile, instant: (at: string) => string): readonly Fact[] {
  const told = (value: string | null): string => value ?? NOT_TOLD;
  const when = (at: string | null): string => (at === null ? NOT_TOLD : instant(at));
  return [
    ...(profile.description === null ? [] : [{ label: 'Description', value: profile.description }]),
    { label: 'Mode', value: modeWords(profile) },
    { label: 'Join type', value: joinWords(profile) },
    ...(profile.join === 'hybrid'
      ? [{ label: 'Skip AD connectivity check', value: yesNo(profile.skipsConnectivityCheck) }]
      : []),
    { label: 'Pre-provisioning', value: preProvisioningWords(profile) },
    { label: 'Language (region)', value: languageWords(profile) },
    { label: 'Configure keyboard', value: yesNo(profile.skipsKeyboard) },
    { label: 'License terms', value: shownOrHidden(profile.hidesLicense) },
    { label: 'Privacy settings', value: shownOrHidden(profile.hidesPrivacy) },
    { label: 'Change account', value: shownOrHidden(profile.hidesChangeAccount) },
    { label: 'Account type', value: told(profile.accountType) },
    { label: 'Name template', value: profile.nameTemplate ?? 'none' },
    { label: 'Convert all devices', value: yesNo(profile.convertsAll) },
    { label: 'Device type', value: told(profile.deviceType) },
    { label: 'Assigned to', value: assignmentWords(profile) },
    { label: 'Created', value: when(profile.createdAt) },
    { label: 'Modified', value: when(profile.modifiedAt) },
  ];
}
