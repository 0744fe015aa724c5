import { z } from 'zod';
import type { DeviceRecord } from '../devices/device.ts';
import { benchStepRefusal } from './benchRefusal.ts';
import { benchStep } from './benchStep.ts';
import { goGateFailures } from './goGate.ts';
import { startLossesOf } from './startLoss.ts';

/** The steps that a technician records for many devices at once. A result is seen on each by itself. */
export const bulkStep = benchStep.extract(['start', 'reseal', 'ship']);
export type BulkStep = z.infer<typeof bulkStep>;

/** Why a device is left as it is where a step is recorded for many: nobody overrides a gate or takes a loss in bulk. */
export const leftReason = z.enum([
  'runsAlready',
  'succeededAlready',
  'notStarted',
  'notSucceeded',
  'resealedAlready',
  'notResealed',
  'shippedAlready',
  'userFlowBeforeReseal',
  'userFlowDoneAlready',
  'expired',
  'noResealInScenario',
  'notShipped',
  'gateClosed',
  'pastTheBench',
]);
export type LeftReason = z.infer<typeof leftReason>;

/** Null where the step may be recorded. */
export function leftReasonOf(step: BulkStep, device: DeviceRecord): LeftReason | null {
  const refusal = benchStepRefusal(step, device);
  if (refusal !== null || step !== 'start') return refusal;
  if (startLossesOf(device).length > 0) return 'pastTheBench';
  return goGateFailures(device).length > 0 ? 'gateClosed' : null;
}
