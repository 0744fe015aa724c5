import { z } from 'zod';
import type { DeviceRecord } from './device.ts';

/** A technician's act at the bench. */
export const benchStep = z.enum(['start', 'success', 'failure', 'reseal', 'ship', 'userFlowDone']);
export type BenchStep = z.infer<typeof benchStep>;

/**
 * Why a step is not possible now, as a sentence; null where it is.
 * Success is not reseal: the success screen proves enrolment, Reseal is a separate act after it.
 */
export function refusalOf(step: BenchStep, device: Pick<DeviceRecord, 'bench' | 'reseal'>): string | null {
  switch (step) {
    case 'start':
      return startRefusal(device);
    case 'success':
    case 'failure':
      return device.bench === 'running'
        ? null
        : 'No technician flow is running on this device. Record its start first.';
    case 'reseal':
      if (device.bench !== 'succeeded')
        return 'Reseal comes after a successful technician flow. Record its result first.';
      return device.reseal === 'notResealed' ? null : 'This device is resealed already.';
    case 'ship':
      if (device.reseal === 'resealed') return null;
      return device.reseal === 'notResealed'
        ? 'Reseal the device before it is shipped.'
        : 'This device is shipped already.';
    case 'userFlowDone':
      if (device.reseal === 'resealed' || device.reseal === 'shipped') return null;
      return device.reseal === 'userFlowDone'
        ? 'The user flow is recorded already.'
        : 'The user flow comes after the reseal. Record the reseal first.';
  }
}

function startRefusal(device: Pick<DeviceRecord, 'bench' | 'reseal'>): string | null {
  if (device.bench === 'running')
    return 'A technician flow is running on this device already. Record its result first.';
  if (device.bench === 'succeeded' && device.reseal !== 'expired') {
    return 'The technician flow has succeeded already. To run it again, reset the device and choose “Run again”.';
  }
  return null;
}
