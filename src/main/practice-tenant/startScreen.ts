import { ORGANIZATION_NAME } from './directory.ts';
import type { JsonObject } from './protocol/graphMessages.ts';
import type { PracticeDeviceRow } from './state/rows.ts';
import { assignedProfile } from './enrollment.ts';
import type { Tenant } from './tenant.ts';

/**
 * What a device knows of itself at its first start with a network: whose it is, and its profile, null while it has none.
 * Source: "Windows Autopilot for pre-provisioned deployment" (Microsoft Learn), technician flow.
 */
export function startScreenOf(tenant: Tenant, device: PracticeDeviceRow): JsonObject {
  return {
    ztdId: device.id,
    serialNumber: device.serialNumber,
    manufacturer: device.manufacturer,
    model: device.model,
    organization: ORGANIZATION_NAME,
    profile: assignedProfile(tenant, device)?.displayName ?? null,
    user: device.userPrincipalName === '' ? null : device.userPrincipalName,
    speed: tenant.clock.speed(),
  };
}
