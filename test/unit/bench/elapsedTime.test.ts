import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { elapsedOption } from '../../../src/main/hosts/cli/bench/elapsedOption.ts';
import { isLongerThanRun, readElapsed } from '../../../src/shared/bench/elapsedTime.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('an elapsed time means the same in every door', () => {
  it.each([
    ['0:38', 38 * MINUTE_MS],
    ['1:05', 65 * MINUTE_MS],
    ['1:02:07', 62 * MINUTE_MS + 7 * SECOND_MS],
    ['0:34:12', 34 * MINUTE_MS + 12 * SECOND_MS],
    ['38', 38 * MINUTE_MS],
    ['90', 90 * MINUTE_MS],
    [' 0:38 ', 38 * MINUTE_MS],
    ['38 min', 38 * MINUTE_MS],
    ['34m', 34 * MINUTE_MS],
    ['34m12s', 34 * MINUTE_MS + 12 * SECOND_MS],
    ['1h', 60 * MINUTE_MS],
    ['1h 2m', 62 * MINUTE_MS],
    ['90s', 90 * SECOND_MS],
    ['24:00', DAY_MS],
  ])('%j is %d milliseconds', (text, milliseconds) => {
    expect(readElapsed(text)).toBe(milliseconds);
    expect(elapsedOption(text)).toBe(milliseconds);
  });

  it.each([
    '0:00',
    '0',
    '99:99',
    '0:60',
    '99:59',
    '34:12',
    '25:00:00',
    '-5',
    'soon',
    'm',
    'h',
    '1:2:3:4',
    '12:3',
    '1.5h',
  ])('%j is none', (text) => {
    expect(readElapsed(text)).toBe('wrong');
    expect(() => elapsedOption(text)).toThrow('0:38');
  });

  it('says nothing where nothing is written', () => {
    expect(readElapsed('  ')).toBeNull();
    expect(() => elapsedOption('')).toThrow('0:38');
  });
});

test('every time of a day is read as it is written, with units and as a clock', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 * 60 * 60 - 1 }), (total) => {
      const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
      const two = (part: number) => String(part).padStart(2, '0');
      expect(readElapsed(`${hours}:${two(minutes)}:${two(seconds)}`)).toBe(total * SECOND_MS);
      expect(readElapsed(`${hours}h${minutes}m${seconds}s`)).toBe(total * SECOND_MS);
    }),
  );
});

test('whatever is typed is a time of a day, or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readElapsed(text);
      if (read === null || read === 'wrong') return;
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThanOrEqual(DAY_MS);
    }),
  );
});

test.each([
  ['as long as it has been running', 10, 10, false],
  ['a little longer, since the start was recorded late', 11, 10, false],
  ['31 minutes one minute after the start', 31, 1, true],
])('a flow of %s', (_name, elapsedMinutes, minutesSinceStart, isTooLong) => {
  const startedAt = '2026-11-22T12:00:00.000Z';
  const now = new Date(Date.parse(startedAt) + minutesSinceStart * MINUTE_MS);
  expect(isLongerThanRun(elapsedMinutes * MINUTE_MS, startedAt, now)).toBe(isTooLong);
  expect(isLongerThanRun(elapsedMinutes * MINUTE_MS, null, now)).toBe(false);
});
