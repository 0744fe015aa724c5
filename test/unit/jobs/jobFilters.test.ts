import { expect, test } from 'vitest';
import { countOf, jobFilters, statesOf } from '../../../src/renderer/features/jobs/jobFilters.ts';

const counts = { waiting: 1, leased: 2, retrying: 4, done: 8, failed: 16, cancelled: 32 };

test('the counts of the filters add up to the count of all', () => {
  const parts = jobFilters.filter((filter) => filter !== 'all').map((filter) => countOf(filter, counts));
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(countOf('all', counts));
});

test('every state stands in exactly one filter beside all', () => {
  const states = jobFilters.filter((filter) => filter !== 'all').flatMap((filter) => statesOf[filter]);
  expect(states.toSorted()).toEqual(statesOf.all.toSorted());
});

test('what is being sent and what is tried again is still to be sent', () => {
  expect(countOf('toSend', counts)).toBe(7);
});
