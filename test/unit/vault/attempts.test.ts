import { describe, expect, it } from 'vitest';
import { createAttempts } from '../../../src/main/attempts.ts';

/** A clock that stands still until somebody waits by it. */
function standingClock() {
  let nowMs = 0;
  const waitedMs: number[] = [];
  return {
    waitedMs,
    pass: (milliseconds: number) => {
      nowMs += milliseconds;
    },
    monotonicMs: () => nowMs,
    wait: (milliseconds: number) => {
      waitedMs.push(milliseconds);
      nowMs += milliseconds;
      return Promise.resolve();
    },
  };
}

const wrong = () => Promise.reject(new Error('wrong'));

describe('guesses at a key', () => {
  it('begin after twice as long each time one was wrong, and after a minute at most', async () => {
    const clock = standingClock();
    const { guess } = createAttempts(clock, new AbortController().signal);
    for (let count = 0; count < 9; count += 1) await expect(guess(wrong)).rejects.toThrow('wrong');
    expect(clock.waitedMs).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
    await expect(guess(() => Promise.resolve('right'))).resolves.toBe('right');
  });

  it('do not make a person wait who took that long to type', async () => {
    const clock = standingClock();
    const { guess } = createAttempts(clock, new AbortController().signal);
    await expect(guess(wrong)).rejects.toThrow('wrong');
    clock.pass(10_000);
    await expect(guess(wrong)).rejects.toThrow('wrong');
    expect(clock.waitedMs).toEqual([]);
  });

  it('are made one at a time, and a look that is no guess costs nothing', async () => {
    const clock = standingClock();
    const { alone, guess } = createAttempts(clock, new AbortController().signal);
    const first = Promise.withResolvers<string>();
    const running = guess(() => first.promise);
    await expect(guess(() => Promise.resolve('second'))).rejects.toMatchObject({ code: 'busy' });
    await expect(alone(() => Promise.resolve('look'))).rejects.toMatchObject({ code: 'busy' });
    first.resolve('first');
    await expect(running).resolves.toBe('first');
    await expect(alone(wrong)).rejects.toThrow('wrong');
    await expect(guess(() => Promise.resolve('third'))).resolves.toBe('third');
    expect(clock.waitedMs).toEqual([]);
  });

  it('end with the program', async () => {
    const stop = new AbortController();
    const { guess } = createAttempts(standingClock(), stop.signal);
    stop.abort();
    await expect(guess(() => Promise.resolve('late'))).rejects.toMatchObject({ code: 'cancelled' });
  });
});
