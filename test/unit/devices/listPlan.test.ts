import { expect, test } from 'vitest';
import { planList } from '../../../src/main/store/listPlan.ts';

test('an unfiltered list is walked in its order', () => {
  expect(planList(100_000, 100_000, 99_000)).toBe('walk');
});

test('few that match are sorted, whatever page is wanted', () => {
  expect(planList(250, 100_000, 300)).toBe('sort');
});

test('many that match are walked as long as the page is near, and taken as a set where it is far', () => {
  expect(planList(80_000, 100_000, 300)).toBe('walk');
  expect(planList(80_000, 100_000, 60_000)).toBe('set');
  expect(planList(5_000, 100_000, 300)).toBe('set');
});
