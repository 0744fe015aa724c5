import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/main/ports.ts';

/** A clock for a backend that is to wait long, in a test that is not. */
export interface HurryingClock {
  readonly clock: Clock;
  /** From now on it runs so many times faster than the real one. */
  readonly hurry: (factor: number) => void;
}

export function hurryingClock(): HurryingClock {
  const startedAt = Date.now();
  let factor = 1;
  let realMs = performance.now();
  let passedMs = 0;

  function pass(): number {
    const nowMs = performance.now();
    passedMs += (nowMs - realMs) * factor;
    realMs = nowMs;
    return passedMs;
  }

  return {
    clock: {
      now: () => new Date(startedAt + pass()),
      monotonicMs: pass,
      wait: async (milliseconds, signal) => {
        await wait(milliseconds / factor, undefined, { signal }).catch(() => undefined);
      },
    },
    hurry(next) {
      pass();
      factor = next;
    },
  };
}
