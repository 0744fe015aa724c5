import type { GraphVersion } from './graphCall.ts';

/**
 * Which version of Graph a call takes: v1.0 wherever it has the endpoint and tells what is needed, beta otherwise. Source: the
 * metadata of both versions, August and September 2026; v1.0 has gained none of this since 2023.
 */
export const versions = {
  /** v1.0 has the list, and no profile status, no profiles and no hardware change. */
  readAutopilotDevices: 'beta',
  changeAutopilotDevices: 'v1.0',
  unblockAutopilotDevices: 'beta',
  importedDevices: 'v1.0',
  autopilotSettings: 'beta',
  deploymentProfiles: 'beta',
  /** v1.0 has the status page with one of its settings. */
  enrollmentConfigurations: 'beta',
  autopilotEvents: 'beta',
  corporateIdentifiers: 'beta',
  associatedDevices: 'beta',
  readManagedDevices: 'v1.0',
  /** v1.0 has the record, and no join type. */
  readJoinTypes: 'beta',
  changeManagedDevices: 'v1.0',
  directory: 'v1.0',
  /** v1.0 has left apps out of the owners of a group. */
  groupOwners: 'beta',
  configurationPolicies: 'beta',
  mobileApps: 'v1.0',
  /** v1.0 has the app, and not what it runs as. */
  preparedApps: 'beta',
  deviceScripts: 'beta',
  reports: 'beta',
} as const satisfies Readonly<Record<string, GraphVersion>>;
