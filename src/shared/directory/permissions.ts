/** The permissions of Microsoft Graph that Reseal asks for, and what for: the end of “Reseal uses it …”. */
export const permissionUses = {
  'User.Read': 'to show who is signed in and to which tenant',
  'User.ReadBasic.All': 'to find the user a device is for',
  'User.Read.All': 'to see whether the user a device is for is enabled and licensed',
  'DeviceManagementServiceConfig.Read.All': 'to read Autopilot devices, profiles and the state of registrations',
  'DeviceManagementServiceConfig.ReadWrite.All':
    'to register devices, to change their user, group tag and name, to synchronise and to deregister',
  'DeviceManagementManagedDevices.Read.All': 'to see whether a device is enrolled, and to read deployment reports',
  'DeviceManagementManagedDevices.ReadWrite.All':
    'to delete the Intune record of a device that is deregistered or enrolls anew, and to order the report of device preparation',
  'DeviceManagementConfiguration.Read.All': 'to read the policies of device preparation',
  'DeviceManagementApps.Read.All':
    'to name the apps that a status page waits for, and to see whether those of device preparation are assigned to its device group',
  'DeviceManagementScripts.Read.All':
    'to see whether the scripts of device preparation are assigned to its device group',
  'GroupMember.Read.All':
    'to name the groups that a device is in, and to see what kind of group the device group of device preparation is and who owns it',
  'Device.Read.All':
    'to show the Entra device beside the others before a device is deregistered, and to see which groups a device is in',
} as const satisfies Readonly<Record<string, string>>;

export type Permission = keyof typeof permissionUses;

/** Whether a permission of a token is one that Reseal has a use for. */
export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissionUses, name);
}
