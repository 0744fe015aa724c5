import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualMinutesFor, usualTimesOf, type GoodRun } from '../../../src/shared/bench/usualTime.ts';

const run = (
  minutes: number,
  scenario: GoodRun['scenario'] = 'preProvisioned',
  joinType: GoodRun['joinType'] = 'entra',
) => ({ scenario, joinType, elapsedMs: minutes * 60_000 }) as const;

test('what is usual is the median of a scenario and join type, once three have run', () => {
  const times = usualTimesOf([
    run(30),
    run(90),
    run(34),
    run(50, 'preProvisioned', 'hybrid'),
    run(20, 'selfDeploying'),
  ]);
  expect(times).toEqual([{ scenario: 'preProvisioned', joinType: 'entra', minutes: 34, runs: 3 }]);
  expect(usualMinutesFor({ name: 'preProvisioned', joinType: 'entra' }, times)).toBe(34);
  expect(usualMinutesFor({ name: 'preProvisioned', joinType: 'hybrid' }, times)).toBeNull();
});

test('of an even number it is the middle between the two in the middle', () => {
  expect(usualTimesOf([run(30), run(40), run(10), run(90)])).toMatchObject([{ minutes: 35 }]);
});

test('the newest fifty count', () => {
  const times = usualTimesOf([
    ...Array.from({ length: 50 }, () => run(30)),
    ...Array.from({ length: 60 }, () => run(90)),
  ]);
  expect(times).toMatchObject([{ minutes: 30, runs: 50 }]);
});

test('it lies between the shortest and the longest run', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 3, maxLength: 50 }), (minutes) => {
      const [usual] = usualTimesOf(minutes.map((length) => run(length)));
      expect(usual?.minutes).toBeGreaterThanOrEqual(Math.min(...minutes));
      expect(usual?.minutes).toBeLessThanOrEqual(Math.max(...minutes));
    }),
  );
});
