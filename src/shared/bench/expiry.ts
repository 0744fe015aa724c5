import type { DeviceRecord } from '../devices/device.ts';
import { userFlowWindowOf } from './userFlowWindow.ts';

/**
 * The reseal status that an expired device had before, where its six months are not over after all: a clock ran ahead.
 * Null where they are over, or the device is not expired.
 */
export function resealBeforeExpiry(
  device: Pick<DeviceRecord, 'bench' | 'benchEndedAt' | 'reseal' | 'resealedAt' | 'shippedAt'>,
  now: Date,
): DeviceRecord['reseal'] | null {
  if (device.reseal !== 'expired' || userFlowWindowOf(device, now).state === 'closed') return null;
  if (device.shippedAt !== null) return 'shipped';
  return device.resealedAt === null ? 'notResealed' : 'resealed';
}

/** Whether six months have passed without a user flow, and the device does not say so yet. */
export function hasExpired(device: Pick<DeviceRecord, 'bench' | 'benchEndedAt' | 'reseal'>, now: Date): boolean {
  return device.reseal !== 'expired' && userFlowWindowOf(device, now).state === 'closed';
}
