import type { StoredJob } from '../store/jobRow.ts';
import type { JobChange } from '../store/jobStore.ts';
import type { JobResult } from './job.ts';

/** No wait is longer: a job must never seem forgotten. */
export const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** What a run's result makes of its job. */
export function changeAfter(
  job: Pick<StoredJob, 'step' | 'progress' | 'attempts'>,
  result: JobResult,
  now: Date,
): JobChange {
  const later = (afterMs: number): Date => new Date(now.getTime() + Math.min(Math.max(0, afterMs), LONGEST_WAIT_MS));
  const same = {
    step: job.step,
    progress: job.progress,
    attempts: job.attempts,
    waitsOn: 'time' as const,
    requestId: null,
  };
  switch (result.type) {
    case 'done':
      return { ...same, state: 'done', reason: result.reason, dueAt: now };
    case 'failed':
      return {
        ...same,
        state: 'failed',
        progress: result.progress ?? job.progress,
        reason: result.reason,
        requestId: result.requestId,
        dueAt: now,
      };
    case 'retry':
      return {
        ...same,
        state: 'retrying',
        attempts: job.attempts + 1,
        reason: result.reason,
        requestId: result.requestId,
        dueAt: later(result.afterMs),
      };
    case 'wait': {
      const goesOn = result.step !== null && result.step !== job.step;
      return {
        ...same,
        state: 'waiting',
        step: result.step ?? job.step,
        progress: result.progress ?? job.progress,
        // A new step has its own attempts.
        attempts: goesOn ? 0 : job.attempts,
        waitsOn: result.on,
        reason: result.reason,
        dueAt: later(result.afterMs),
      };
    }
  }
}
