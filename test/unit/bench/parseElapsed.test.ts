import { expect, test } from 'vitest';
import { parseElapsed } from '../../../src/renderer/features/bench/parseElapsed.ts';

const MINUTE_MS = 60_000;

test.each([
  ['0:38', 38 * MINUTE_MS],
  ['1:05', 65 * MINUTE_MS],
  ['1:02:07', 62 * MINUTE_MS + 7_000],
  ['38', 38 * MINUTE_MS],
  [' 0:38 ', 38 * MINUTE_MS],
  ['', null],
  ['0:00', 'wrong'],
  ['38 min', 'wrong'],
  ['99:59', 'wrong'],
  ['-5', 'wrong'],
])('the elapsed time %j is %j', (text, expected) => {
  expect(parseElapsed(text)).toBe(expected);
});
