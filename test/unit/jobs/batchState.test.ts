import { describe, expect, test } from 'vitest';
import { batchStateOf, countsSentence } from '../../../src/renderer/features/jobs/batchState.ts';
import { formatter } from '../../../src/renderer/text/formatter.ts';

const none = { waiting: 0, leased: 0, retrying: 0, done: 0, failed: 0, cancelled: 0 };

test('the counts of a batch are one sentence that leaves out what there is none of', () => {
  expect(countsSentence({ ...none, done: 312, waiting: 180, failed: 8 })).toBe('312 done, 180 waiting, 8 refused');
  expect(countsSentence({ ...none, done: 5_000 })).toBe(`${formatter.number(5_000)} done`);
});

describe('where a batch stands as a whole', () => {
  test.each([
    ['something is being sent', { leased: 1, waiting: 5, failed: 2 }, 'leased'],
    ['something is tried again', { retrying: 1, waiting: 5, done: 1 }, 'retrying'],
    ['something waits, though some was refused', { waiting: 1, failed: 5 }, 'waiting'],
    ['all has ended and some was refused', { failed: 1, done: 499 }, 'failed'],
    ['all is done but what was cancelled', { done: 1, cancelled: 3 }, 'done'],
    ['all was cancelled', { cancelled: 3 }, 'cancelled'],
  ])('%s', (_, counts, state) => {
    expect(batchStateOf({ ...none, ...counts })).toBe(state);
  });
});
