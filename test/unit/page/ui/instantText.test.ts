import { expect, test } from 'vitest';
import { roughly, stopwatch } from '../../../../src/renderer/ui/instantText.ts';

const MINUTE_MS = 60_000;

test.each([
  [0, '0:00'],
  [18 * MINUTE_MS + 42_000, '18:42'],
  [62 * MINUTE_MS + 7_000, '1:02:07'],
  [-5_000, '0:00'],
])('a stopwatch at %i ms shows %s', (elapsedMs, text) => {
  expect(stopwatch(elapsedMs)).toBe(text);
});

test.each([
  [20_000, 'less than a minute'],
  [18 * MINUTE_MS, '18 min'],
  [74 * MINUTE_MS, '74 min'],
  [3 * 60 * MINUTE_MS, '3 h'],
  [12 * 24 * 60 * MINUTE_MS, '12 days'],
])('%i ms are about %s', (elapsedMs, text) => {
  expect(roughly(elapsedMs)).toBe(text);
});
