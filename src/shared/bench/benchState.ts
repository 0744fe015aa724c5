import type { z } from 'zod';
import { blankDevice } from '../devices/blankDevice.ts';
import { deviceRecord, type ReportedError } from '../devices/device.ts';
import type { BenchStep } from './benchStep.ts';

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

/** The device's bench after an act that is not refused. A new start forgets what the last run came to. */
export function benchStateAfter(before: BenchState, act: BenchAct): BenchState {
  const at = act.at.toISOString();
  switch (act.step) {
    case 'start':
      return { ...freshBench, bench: 'running', benchStartedAt: at };
    case 'success':
      return { ...runOf(before), bench: 'succeeded', benchError: null, benchEndedAt: at };
    case 'failure':
      return { ...runOf(before), bench: 'failed', benchError: act.error, benchEndedAt: at };
    case 'reseal':
      return { ...before, reseal: 'resealed', resealedAt: at };
    case 'ship':
      return { ...before, reseal: 'shipped', shippedAt: at };
    case 'userFlowDone':
      return { ...before, reseal: 'userFlowDone', userFlowDoneAt: at };
  }
}

/** The bench of the run that a result ends: a run whose start nobody recorded knows nothing of those before it. */
function runOf(before: BenchState): BenchState {
  return before.bench === 'running' ? before : freshBench;
}

/** A device on which nothing was done at the bench. */
export const freshBench: BenchState = benchState.parse(blankDevice);
