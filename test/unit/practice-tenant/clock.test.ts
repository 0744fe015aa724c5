import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPracticeClock } from '../../../src/main/practice-tenant/clock.ts';

describe("the practice tenant's clock", () => {
  test('runs as many times faster as it is told, from the moment it is told', () => {
    let real = 1_000_000;
    const clock = createPracticeClock({ realNow: () => real, speed: 1, notBefore: 0 });
    real += 1_000;
    expect(clock.now()).toBe(1_001_000);
    clock.setSpeed(60);
    real += 1_000;
    expect(clock.now()).toBe(1_061_000);
    clock.advance(5);
    expect(clock.now()).toBe(1_066_000);
  });

  test('starts where an earlier run stopped, when that was later than now', () => {
    expect(createPracticeClock({ realNow: () => 10, speed: 1, notBefore: 500 }).now()).toBe(500);
    expect(createPracticeClock({ realNow: () => 900, speed: 1, notBefore: 500 }).now()).toBe(900);
  });

  test('never goes back, whatever the real clock and its speed do', () => {
    const step = fc.record({
      real: fc.integer({ min: -100_000, max: 100_000 }),
      speed: fc.double({ min: 0.1, max: 1000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        let real = 0;
        const clock = createPracticeClock({ realNow: () => real, speed: 1, notBefore: 0 });
        let last = clock.now();
        for (const { real: jump, speed } of steps) {
          real += jump;
          clock.setSpeed(speed);
          expect(clock.now()).toBeGreaterThanOrEqual(last);
          last = clock.now();
        }
      }),
    );
  });
});
