import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The computer's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  async wait(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, { signal });
    } catch (error) {
      // An aborted wait is over, not failed: the caller looks at its signal.
      if (!signal.aborted) throw error;
    }
  },
};
