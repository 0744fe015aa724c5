/** The tenant's own time: it runs `speed` times faster than the real clock and never goes back. */
export interface PracticeClock {
  /** Virtual time in milliseconds since 1970. */
  readonly now: () => number;
  readonly speed: () => number;
  readonly setSpeed: (speed: number) => void;
  /** Jumps ahead, for tests and training. */
  readonly advance: (seconds: number) => void;
}

interface PracticeClockOptions {
  readonly realNow: () => number;
  readonly speed: number;
  /** The latest virtual time an earlier run has shown; this run starts there or later. */
  readonly notBefore: number;
}

/** The tenant's time in milliseconds: `speed` times as fast as the real clock, and never back. */
export function createPracticeClock({ realNow, speed, notBefore }: PracticeClockOptions): PracticeClock {
  let currentSpeed = speed;
  let lastReal = realNow();
  let virtual = Math.max(lastReal, notBefore);

  function now(): number {
    const real = realNow();
    // A real clock that was set back must not turn the tenant's time back.
    virtual += Math.max(0, real - lastReal) * currentSpeed;
    lastReal = real;
    return Math.floor(virtual);
  }

  return {
    now,
    speed: () => currentSpeed,
    setSpeed(next) {
      now();
      currentSpeed = next;
    },
    advance(seconds) {
      now();
      virtual += seconds * 1000;
    },
  };
}
