import { z } from 'zod';
import { blankDevice } from '../devices/blankDevice.ts';
import { deviceRecord, type DeviceRecord, type ReportedError } from '../devices/device.ts';

/** A technician's act at the bench. */
export const benchStep = z.enum(['start', 'success', 'failure', 'reseal', 'ship', 'userFlowDone']);
export type BenchStep = z.infer<typeof benchStep>;

/** The part of a device that the bench writes, and nobody else. */
export const benchState = deviceRecord.pick({
  bench: true,
  benchError: true,
  benchStartedAt: true,
  benchEndedAt: true,
  reseal: true,
  resealedAt: true,
  shippedAt: true,
  userFlowDoneAt: true,
});
export type BenchState = z.infer<typeof benchState>;

/** An act with what it needs to know: when it happened, and for a failure what the screen named. */
export type BenchAct =
  | { readonly step: Exclude<BenchStep, 'failure'>; readonly at: Date }
  | { readonly step: 'failure'; readonly at: Date; readonly error: ReportedError };

/**
 * Why a step is not possible now, as a sentence; null where it is. `again` lets a device that was reset start anew.
 * Success is not reseal: the success screen proves enrollment, Reseal is a separate act after it.
 */
export function benchStepRefusal(step: BenchStep, device: Standing, again = false): string | null {
  switch (step) {
    case 'start':
      return startRefusal(device, again);
    case 'success':
    case 'failure':
      return device.bench === 'running'
        ? null
        : 'No technician flow is running on this device. Record its start first.';
    case 'reseal':
      return resealRefusal(device);
    case 'ship':
      return shipRefusal(device);
    case 'userFlowDone':
      return userFlowRefusal(device);
  }
}

/** The device's bench after an act that is not refused. A new start forgets what the last run came to. */
export function benchStateAfter(before: BenchState, act: BenchAct): BenchState {
  const at = act.at.toISOString();
  switch (act.step) {
    case 'start':
      return { ...freshBench, bench: 'running', benchStartedAt: at };
    case 'success':
      return { ...before, bench: 'succeeded', benchError: null, benchEndedAt: at };
    case 'failure':
      return { ...before, bench: 'failed', benchError: act.error, benchEndedAt: at };
    case 'reseal':
      return { ...before, reseal: 'resealed', resealedAt: at };
    case 'ship':
      return { ...before, reseal: 'shipped', shippedAt: at };
    case 'userFlowDone':
      return { ...before, reseal: 'userFlowDone', userFlowDoneAt: at };
  }
}

/** A device on which nothing was done at the bench. */
export const freshBench: BenchState = benchState.parse(blankDevice);

type Standing = Pick<DeviceRecord, 'bench' | 'reseal' | 'resealedAt'>;

function startRefusal({ bench, reseal }: Standing, again: boolean): string | null {
  if (bench === 'running') return 'A technician flow is running on this device already. Record its result first.';
  if (bench === 'succeeded' && reseal !== 'expired' && !again) {
    return 'The technician flow has succeeded already. To run it again, reset the device and choose “Run again”.';
  }
  return null;
}

function resealRefusal({ bench, reseal }: Standing): string | null {
  if (bench !== 'succeeded') return 'Reseal comes after a successful technician flow. Record its result first.';
  if (reseal === 'expired') return tooLate;
  return reseal === 'notResealed' ? null : 'This device is resealed already.';
}

function shipRefusal({ reseal }: Standing): string | null {
  if (reseal === 'resealed') return null;
  if (reseal === 'expired') return tooLate;
  return reseal === 'notResealed' ? 'Reseal the device before it is shipped.' : 'This device is shipped already.';
}

/** An expired device may still be recorded as done: what happened at the user's desk outranks the rule. */
function userFlowRefusal({ reseal, resealedAt }: Standing): string | null {
  if (reseal === 'userFlowDone') return 'The user flow is recorded already.';
  return resealedAt === null ? 'The user flow comes after the reseal. Record the reseal first.' : null;
}

const tooLate = 'Six months are over since the technician flow. Reset the device and run the technician flow again.';
