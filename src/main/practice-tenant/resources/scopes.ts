/** Delegated permissions, any one of which opens a route; from the reference page of each operation. */
export const readServiceConfig = [
  'DeviceManagementServiceConfig.Read.All',
  'DeviceManagementServiceConfig.ReadWrite.All',
] as const;
export const writeServiceConfig = ['DeviceManagementServiceConfig.ReadWrite.All'] as const;
export const readManagedDevices = [
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
  'DeviceManagementManagedDevices.PrivilegedOperations.All',
] as const;
export const writeManagedDevices = ['DeviceManagementManagedDevices.ReadWrite.All'] as const;
export const operateManagedDevices = ['DeviceManagementManagedDevices.PrivilegedOperations.All'] as const;
export const readUsers = ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'] as const;
export const readSelf = ['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'] as const;
export const readGroups = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
  'GroupMember.ReadWrite.All',
] as const;
export const writeGroups = ['GroupMember.ReadWrite.All', 'Group.ReadWrite.All'] as const;
export const readDevices = ['Device.Read.All', 'Directory.Read.All', 'Directory.AccessAsUser.All'] as const;
export const deleteDevices = ['Directory.AccessAsUser.All', 'Device.ReadWrite.All'] as const;

export const readConfiguration = [
  'DeviceManagementConfiguration.Read.All',
  'DeviceManagementConfiguration.ReadWrite.All',
] as const;
export const readApps = ['DeviceManagementApps.Read.All', 'DeviceManagementApps.ReadWrite.All'] as const;
export const readScripts = ['DeviceManagementScripts.Read.All', 'DeviceManagementConfiguration.Read.All'] as const;
/** Either of two permissions to write, though nothing is written. */
export const orderReports = [
  'DeviceManagementConfiguration.ReadWrite.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
] as const;

/** Every permission that opens something here: what an app of its own has been granted. */
export const allPermissions: readonly string[] = [
  ...new Set<string>([
    ...readServiceConfig,
    ...readManagedDevices,
    ...operateManagedDevices,
    ...readSelf,
    ...readGroups,
    ...writeGroups,
    ...readDevices,
    ...deleteDevices,
    ...readConfiguration,
    ...readApps,
    ...readScripts,
    ...orderReports,
    'Organization.Read.All',
  ]),
];
