import { z } from 'zod';
import type { Tenant } from './tenant.ts';

/** What an administrator may get wrong in the policy of device preparation; what is left out stays. */
export const preparationChangeSchema = z.strictObject({
  /** Whether the policy has its device group at all. */
  hasDeviceGroup: z.boolean().optional(),
  /** Whether Intune owns that group. */
  hasGroupOwner: z.boolean().optional(),
  groupKind: z.enum(['assigned', 'dynamic', 'roleAssignable']).optional(),
  /** Whether it is assigned to its users. */
  isAssigned: z.boolean().optional(),
  /** Whether its apps and scripts are assigned to the device group. */
  reachesDevices: z.boolean().optional(),
  minutes: z.number().int().optional(),
  /** Whether Graph tells what is wrong with the device group, or only which one it is. */
  validates: z.boolean().optional(),
});

type PreparationChange = z.infer<typeof preparationChangeSchema>;

const DEVICES = 'Device preparation · devices';
const USERS = 'Device preparation · users';

/** Plays an administrator who changes the policy of device preparation, or its group. */
export function changePreparation({ state }: Tenant, change: PreparationChange): void {
  const { groups, preparationPolicies, mobileApps, deviceScripts } = state;
  const [policy] = preparationPolicies.all();
  const idOf = (name: string): string => groups.all().find(({ displayName }) => displayName === name)?.id ?? '';
  if (policy === undefined) return;
  const { hasDeviceGroup, hasGroupOwner, groupKind, isAssigned, reachesDevices, minutes, validates } = change;
  preparationPolicies.update(policy.id, {
    ...(hasDeviceGroup === undefined ? {} : { deviceGroupId: hasDeviceGroup ? idOf(DEVICES) : null }),
    ...(isAssigned === undefined ? {} : { userGroupId: isAssigned ? idOf(USERS) : null }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(validates === undefined ? {} : { validates: validates ? 1 : 0 }),
  });
  groups.update(idOf(DEVICES), {
    ...(hasGroupOwner === undefined ? {} : { hasProvisioningOwner: hasGroupOwner ? 1 : 0 }),
    ...(groupKind === undefined
      ? {}
      : {
          membershipRule: groupKind === 'dynamic' ? '(device.deviceOwnership -eq "Company")' : null,
          isRoleAssignable: groupKind === 'roleAssignable' ? 1 : 0,
        }),
  });
  if (reachesDevices === undefined) return;
  const groupId = reachesDevices ? idOf(DEVICES) : null;
  for (const { id } of mobileApps.all()) mobileApps.update(id, { requiredGroupId: groupId });
  for (const { id } of deviceScripts.all()) deviceScripts.update(id, { groupId });
}
