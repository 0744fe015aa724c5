import { z } from 'zod';
import type { DeviceRecord } from '../devices/device.ts';
import { isInUse } from '../scenarios/inUse.ts';

/** What a start costs on a device that is past its bench already. */
export const startLoss = z.enum(['inUse', 'userFlowDone', 'shipped', 'enrolled']);
export type StartLoss = z.infer<typeof startLoss>;

/** What would be lost if the device were reset and started again; empty where a start takes nothing from anybody. */
export function startLossesOf(device: DeviceRecord): readonly StartLoss[] {
  const { bench, reseal, shippedAt, enrollment, enrollmentDetail, managedDeviceId } = device;
  const losses: StartLoss[] = [];
  if (isInUse(device)) losses.push('inUse');
  if (reseal === 'userFlowDone') losses.push('userFlowDone');
  else if (shippedAt !== null) losses.push('shipped');
  // A run that failed is mended by the next; whoever unblocked the device has decided that already.
  const isEnrolled = (enrollment === 'enrolled' || managedDeviceId !== null) && enrollmentDetail !== 'allowed';
  if (isEnrolled && (bench === 'succeeded' || bench === 'notStarted')) losses.push('enrolled');
  return losses;
}
