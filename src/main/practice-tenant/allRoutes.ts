import type { Route } from './protocol/routes.ts';
import { appAndScriptRoutes } from './resources/appsAndScripts.ts';
import { associatedDeviceRoutes } from './resources/associatedDevices.ts';
import { autopilotDeviceActionRoutes } from './resources/autopilotDeviceActions.ts';
import { autopilotDeviceRoutes } from './resources/autopilotDevices.ts';
import { autopilotEventRoutes } from './resources/autopilotEvents.ts';
import { autopilotSettingsRoutes } from './resources/autopilotSettings.ts';
import { configurationPolicyRoutes } from './resources/configurationPolicies.ts';
import { corporateIdentifierRoutes } from './resources/corporateIdentifiers.ts';
import { deploymentProfileRoutes } from './resources/deploymentProfiles.ts';
import { enrollmentConfigurationRoutes } from './resources/enrollmentConfigurations.ts';
import { entraDeviceRoutes } from './resources/entraDevices.ts';
import { exportJobRoutes } from './resources/exportJobs.ts';
import { groupRoutes } from './resources/groups.ts';
import { importedDeviceRoutes } from './resources/importedDevices.ts';
import { managedDeviceRoutes } from './resources/managedDevices.ts';
import { organizationRoutes } from './resources/organization.ts';
import { userRoutes } from './resources/users.ts';
import type { Tenant } from './tenant.ts';

/** Everything of Graph that the practice tenant serves, `$batch` apart. */
export function allRoutes(tenant: Tenant): readonly Route[] {
  return [
    ...importedDeviceRoutes(tenant),
    ...autopilotDeviceRoutes(tenant),
    ...autopilotDeviceActionRoutes(tenant),
    ...autopilotSettingsRoutes(tenant),
    ...deploymentProfileRoutes(tenant),
    ...enrollmentConfigurationRoutes(tenant),
    ...autopilotEventRoutes(tenant),
    ...corporateIdentifierRoutes(tenant),
    ...associatedDeviceRoutes(tenant),
    ...configurationPolicyRoutes(tenant),
    ...appAndScriptRoutes(tenant),
    ...exportJobRoutes(tenant),
    ...managedDeviceRoutes(tenant),
    ...userRoutes(tenant),
    ...groupRoutes(tenant),
    ...entraDeviceRoutes(tenant),
    ...organizationRoutes(tenant),
  ];
}
