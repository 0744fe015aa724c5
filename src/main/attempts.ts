import { AppError } from '../shared/outcome/appError.ts';
import type { Clock } from './ports.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export interface Attempts {
  /** Does this while nothing else is tried. @throws AppError `busy` where something is */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** The same for a guess: after each one that failed, the next begins after twice as long. */
  readonly guess: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Takes guesses at a secret one at a time and ever more slowly: a person who mistypes hardly notices, a program that guesses does. */
export function createAttempts(clock: Pick<Clock, 'monotonicMs' | 'wait'>, signal: AbortSignal): Attempts {
  let isTrying = false;
  let waitMs = 0;
  let notBeforeMs = 0;

  async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    if (isTrying) {
      throw new AppError('busy', 'Another key is being tried just now.', { remedy: 'Try again in a moment.' });
    }
    isTrying = true;
    try {
      return await work();
    } finally {
      isTrying = false;
    }
  }

  return {
    alone,
    guess: (work) =>
      alone(async () => {
        const restMs = notBeforeMs - clock.monotonicMs();
        if (restMs > 0) await clock.wait(restMs, signal);
        if (signal.aborted) throw new AppError('cancelled', 'Reseal is being closed.');
        try {
          return await work();
        } catch (error) {
          waitMs = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, waitMs * 2));
          notBeforeMs = clock.monotonicMs() + waitMs;
          throw error;
        }
      }),
  };
}
