import type { DeviceRecord } from '../devices/device.ts';
import { isInUse, isSurelyUnused } from '../scenarios/inUse.ts';
import { userFlowWindowOf } from './userFlowWindowOf.ts';

/**
 * The reseal status that an expired device had before, where it is not expired after all: a clock ran ahead, its scenario has
 * no such time, or it is in use. Null where it is expired, or does not say so.
 */
export function resealBeforeExpiry(device: DeviceRecord, now: Date): DeviceRecord['reseal'] | null {
  const isOver = userFlowWindowOf(device, now).state === 'closed' && !isInUse(device);
  if (device.reseal !== 'expired' || isOver) return null;
  if (device.shippedAt !== null) return 'shipped';
  return device.resealedAt === null ? 'notResealed' : 'resealed';
}

/** Whether six months have passed surely without a user flow, and the device does not say so yet. */
export function hasExpired(device: DeviceRecord, now: Date): boolean {
  const { state, notAfter } = userFlowWindowOf(device, now);
  return device.reseal !== 'expired' && state === 'closed' && isSurelyUnused(device, notAfter);
}
