import type { DeviceRecord } from '../devices/device.ts';
import { isUsedByUser } from '../scenarios/inUse.ts';
import { scenarioObjectOf } from '../scenarios/scenarios.ts';

/**
 * Whether Intune shows that the user has set the device up since the bench was done with it: its record has a primary user,
 * and was in contact since. A kiosk has no user, and is never waited for.
 */
export function isUserFlowSeen(device: DeviceRecord): boolean {
  if (!awaitsUserFlow(device) || !isUsedByUser(device)) return false;
  const { shippedAt, resealedAt, benchEndedAt, intuneContactAt } = device;
  const leftAt = resealedAt ?? benchEndedAt ?? shippedAt;
  return leftAt !== null && intuneContactAt !== null && intuneContactAt > leftAt;
}

/** Whether the user's part is what is left of the device's way. */
export function awaitsUserFlow(device: DeviceRecord): boolean {
  const { shipsUnsealed, ignoresUser } = scenarioObjectOf(device);
  if (ignoresUser || device.reseal === 'userFlowDone') return false;
  return shipsUnsealed ? device.shippedAt !== null : device.bench === 'succeeded';
}
