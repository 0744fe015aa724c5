import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './ports.ts';

/** The computer's own clocks: what every process, and every thread that no port can be handed to, runs by. */
export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  async wait(milliseconds, signal) {
    try {
      await sleep(milliseconds, undefined, { signal });
    } catch (error) {
      // An aborted wait is over, not failed: the caller looks at its signal.
      if (!signal.aborted) throw error;
    }
  },
};
