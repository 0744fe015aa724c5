import { ORGANIZATION_NAME } from './directory.ts';
import type { JsonObject } from './protocol/graphMessages.ts';
import type { DeploymentProfileRow, PracticeDeviceRow } from './state/rows.ts';
import { assignedProfile } from './enrollment.ts';
import type { Tenant } from './tenant.ts';

/** How a device goes on under its profile. */
function modeOf({ usageType, preprovisioningAllowed }: DeploymentProfileRow): string {
  if (usageType === 'shared') return 'selfDeploying';
  return preprovisioningAllowed === 1 ? 'preProvisioning' : 'userDriven';
}

/**
 * What a device knows of itself at its first start with a network: whose it is, and its profile, null while it has none.
 * Source: "Windows Autopilot for pre-provisioned deployment" (Microsoft Learn), technician flow.
 */
export function startScreenOf(tenant: Tenant, device: PracticeDeviceRow): JsonObject {
  const profile = assignedProfile(tenant, device);
  return {
    ztdId: device.id,
    serialNumber: device.serialNumber,
    manufacturer: device.manufacturer,
    model: device.model,
    organization: ORGANIZATION_NAME,
    profile: profile?.displayName ?? null,
    mode: profile === undefined ? null : modeOf(profile),
    user: device.userPrincipalName === '' ? null : device.userPrincipalName,
    speed: tenant.clock.speed(),
  };
}
