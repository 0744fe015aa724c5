import type { TenantState } from './state/openState.ts';

interface SeedProfile {
  readonly displayName: string;
  readonly description: string;
  readonly joinType: 'entra' | 'hybrid';
  readonly usageType: 'singleUser' | 'shared';
  readonly preprovisioningAllowed: boolean;
  /** Devices with this group tag get it; `null` is the profile for all others. */
  readonly groupTag: string | null;
}

const seedProfiles: readonly SeedProfile[] = [
  {
    displayName: 'Pre-provision · Entra join',
    description:
      'User-driven, pre-provisioning allowed. Every Autopilot device without a group tag of its own gets it.',
    joinType: 'entra',
    usageType: 'singleUser',
    preprovisioningAllowed: true,
    groupTag: null,
  },
  {
    displayName: 'Kiosk self-deploying',
    description: 'Self-deploying; needs a physical device with TPM 2.0. Group tag Kiosk.',
    joinType: 'entra',
    usageType: 'shared',
    preprovisioningAllowed: false,
    groupTag: 'Kiosk',
  },
  {
    displayName: 'User-driven no pre-provisioning',
    description: 'User-driven, pre-provisioning not allowed. Group tag UserDriven.',
    joinType: 'entra',
    usageType: 'singleUser',
    preprovisioningAllowed: false,
    groupTag: 'UserDriven',
  },
  {
    displayName: 'Hybrid pre-provision',
    description: 'Joins Active Directory and Entra, pre-provisioning allowed. Group tag Hybrid.',
    joinType: 'hybrid',
    usageType: 'singleUser',
    preprovisioningAllowed: true,
    groupTag: 'Hybrid',
  },
];

/** Devices with this tag belong to no profile, so that waiting in vain can be practised. */
const TAG_WITHOUT_PROFILE = 'NoProfile';

/** Fills an empty tenant with dynamic groups by group tag and the profiles assigned to them. */
export function seedProfilesAndGroups(state: TenantState, now: number): void {
  const everyDevice = addGroup(state, 'Autopilot devices', '(device.devicePhysicalIDs -any (_ -startsWith "[ZTDID]"))');
  addGroup(state, 'Depot technicians', null);
  const tagged = [addTagGroup(state, TAG_WITHOUT_PROFILE)];
  let defaultProfileId: string | null = null;

  for (const [index, profile] of seedProfiles.entries()) {
    const id = state.newId('profile', profile.displayName);
    state.profiles.insert({
      id,
      displayName: profile.displayName,
      description: profile.description,
      joinType: profile.joinType,
      usageType: profile.usageType,
      preprovisioningAllowed: profile.preprovisioningAllowed ? 1 : 0,
      createdAt: now + index,
    });
    if (profile.groupTag === null) {
      defaultProfileId = id;
      assign(state, id, 'groupAssignmentTarget', everyDevice);
    } else {
      const groupId = addTagGroup(state, profile.groupTag);
      tagged.push(groupId);
      assign(state, id, 'groupAssignmentTarget', groupId);
    }
  }
  if (defaultProfileId === null) return;
  for (const groupId of tagged) assign(state, defaultProfileId, 'exclusionGroupAssignmentTarget', groupId);
}

function addTagGroup(state: TenantState, tag: string): string {
  return addGroup(state, `Autopilot ${tag}`, `(device.devicePhysicalIds -any (_ -eq "[OrderID]:${tag}"))`);
}

function addGroup(state: TenantState, displayName: string, membershipRule: string | null): string {
  const id = state.newId('group', displayName);
  state.groups.insert({
    id,
    displayName,
    description: '',
    membershipRule,
    isRoleAssignable: 0,
    hasProvisioningOwner: 0,
  });
  return id;
}

function assign(state: TenantState, profileId: string, targetType: string, groupId: string): void {
  state.profileAssignments.insert({ id: `${profileId}_${groupId}`, profileId, targetType, groupId });
}
