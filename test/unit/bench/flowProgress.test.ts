import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowProgressOf, LONGEST_AT, shareOf } from '../../../src/shared/bench/flowProgress.ts';
import { isOverdue } from '../../../src/shared/devices/wait.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const begun = (minutes: number, normalMinutes = 60) => ({
  since: new Date(now.getTime() - minutes * 60_000).toISOString(),
  normalMinutes,
});

test.each([
  [18.7, 60, 'inTime', 42],
  [53.9, 60, 'inTime', 7],
  [54, 60, 'nearlyOver', 6],
  [58 + 10 / 60, 60, 'nearlyOver', 2],
  [60, 60, 'nearlyOver', 1],
  [71.05, 60, 'overdue', 11],
  [60.2, 60, 'overdue', 1],
  [40, 45, 'inTime', 5],
  [41, 45, 'nearlyOver', 4],
])('%d minutes of %d are %s, with %d minutes to say', (minutes, longest, state, said) => {
  expect(flowProgressOf(begun(minutes, longest), now)).toMatchObject({ state, minutes: said });
});

test('the bar of every run meets the same line at its own longest time, and none leaves its room', () => {
  expect(flowProgressOf(begun(90, 90), now).filled).toBeCloseTo(LONGEST_AT);
  expect(flowProgressOf(begun(30, 30), now).filled).toBeCloseTo(LONGEST_AT);
  fc.assert(
    fc.property(
      fc.double({ min: -600, max: 60_000, noNaN: true }),
      fc.integer({ min: 1, max: 600 }),
      (minutes, most) => {
        const { filled, minutes: said, state } = flowProgressOf(begun(minutes, most), now);
        expect(filled).toBeGreaterThanOrEqual(0);
        expect(filled).toBeLessThan(1);
        expect(said).toBeGreaterThanOrEqual(1);
        expect(state === 'overdue').toBe(isOverdue(begun(minutes, most), now));
      },
    ),
  );
});

test('a clock that ran ahead at the start gives no less than nothing', () => {
  expect(shareOf(begun(-10), now)).toBe(0);
});
