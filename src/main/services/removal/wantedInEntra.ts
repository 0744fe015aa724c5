import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { WantedEntraDevices } from '../../graph/resources/entraDevices.ts';
import type { ManagedDevice } from '../../graph/resources/managedDevices.ts';

/** Whether the record of Intune, or the profile, says that the device is joined to Active Directory too. */
export function isSaidToBeHybrid(
  autopilot: Pick<AutopilotDevice, 'deploymentProfile'> | null,
  managed: Pick<ManagedDevice, 'joinType'> | null,
): boolean {
  return (
    managed?.joinType?.toLowerCase().startsWith('hybrid') === true || autopilot?.deploymentProfile?.join === 'hybrid'
  );
}

/**
 * Under which ids a device is looked for in Entra. Autopilot and Intune may name different objects; that of Autopilot is sure
 * to be found by the ZTDID, which is asked for only where no id is known, or where there may be two.
 */
export function wantedInEntra(
  device: DeviceRecord,
  autopilot: AutopilotDevice | null,
  managed: ManagedDevice | null,
): WantedEntraDevices {
  const named = [autopilot?.entraDeviceId ?? device.entraDeviceId, managed?.entraDeviceId ?? null];
  const entraDeviceIds = [...new Set(named.flatMap((id) => id?.toLowerCase() ?? []))];
  const needsZtdId = entraDeviceIds.length === 0 || isSaidToBeHybrid(autopilot, managed);
  return { key: device.id, entraDeviceIds, ztdId: needsZtdId ? (autopilot?.id ?? null) : null };
}
