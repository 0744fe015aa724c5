import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFormatter } from '../../../src/shared/format/formatter.ts';
import { neutralFormatter } from '../../../src/shared/format/neutralFormatter.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** In the time zone of whoever runs the test, which is what a person reads. */
const at = new Date(2026, 10, 22, 20, 31, 5);
const morning = new Date(2026, 2, 1, 8, 5, 9);

const locales = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'hi-IN', 'ar-EG', 'th-TH'] as const;

describe('figures are written as in the person’s own language', () => {
  test.each([
    ['en-US', '1,234,567', '1,234 devices', '12.5 MB'],
    ['en-GB', '1,234,567', '1,234 devices', '12.5 MB'],
    ['de-DE', '1.234.567', '1.234 devices', '12,5 MB'],
    ['fr-FR', '1\u{202f}234\u{202f}567', '1\u{202f}234 devices', '12,5 MB'],
    ['hi-IN', '12,34,567', '1,234 devices', '12.5 MB'],
    // English sentences have Latin digits.
    ['ar-EG', '1,234,567', '1,234 devices', '12.5 MB'],
  ])('%s: %s, %s, %s', (locale, number, count, size) => {
    const formatter = createFormatter(locale);
    expect(formatter.number(1_234_567)).toBe(number);
    expect(formatter.count(1_234, 'device', 'devices')).toBe(count);
    expect(formatter.megabytes(12.5 * 1_048_576)).toBe(size);
    expect(formatter.fileSize(12.5 * 1_048_576)).toBe(size);
    expect(formatter.fileSize(1)).toBe('1 KB');
  });

  test('one is one everywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.nat(), (locale, value) => {
        const { count, number } = createFormatter(locale);
        expect(count(value, 'device', 'devices')).toBe(`${number(value)} ${value === 1 ? 'device' : 'devices'}`);
      }),
    );
  });
});

describe('moments have English months, and the order and hours of the person’s region', () => {
  test.each([
    ['en-US', '8:31 PM', 'Nov 22, 08:31 PM', 'Nov 22, 2026, 8:31 PM', 'Sunday, November 22, 2026 at 8:31:05 PM'],
    ['en-GB', '20:31', '22 Nov, 20:31', '22 Nov 2026, 20:31', 'Sunday, 22 November 2026 at 20:31:05'],
    ['de-DE', '20:31', '22 Nov, 20:31', '22 Nov 2026, 20:31', 'Sunday, 22 November 2026 at 20:31:05'],
    ['fr-FR', '20:31', '22 Nov, 20:31', '22 Nov 2026, 20:31', 'Sunday, 22 November 2026 at 20:31:05'],
    // There is no English of Thailand or Egypt: it is that of the world, with 24 hours here and 12 there.
    ['th-TH', '20:31', '22 Nov, 20:31', '22 Nov 2026, 20:31', 'Sunday, 22 November 2026 at 20:31:05'],
    ['ar-EG', '8:31 pm', '22 Nov, 08:31 pm', '22 Nov 2026, 8:31 pm', 'Sunday, 22 November 2026 at 8:31:05 pm'],
  ])('%s: %s', (locale, time, dayAndTime, instant, everything) => {
    const formatter = createFormatter(locale);
    expect(formatter.shortInstant(at, at)).toBe(time);
    expect(formatter.dayAndTime(at)).toBe(dayAndTime);
    expect(formatter.instant(at.toISOString())).toBe(instant);
    expect(formatter.longInstant(at)).toBe(everything);
  });

  test('a moment is as short as it stays clear', () => {
    const { shortInstant } = createFormatter('de-DE');
    expect(shortInstant(morning, new Date(2026, 2, 1, 23, 59))).toBe('08:05');
    expect(shortInstant(morning, at)).toBe('1 Mar, 08:05');
    expect(shortInstant(morning, new Date(2027, 0, 1))).toBe('1 Mar 2026');
  });
});

describe('lengths of time have English units', () => {
  test.each([
    ['en-US', ['less than a minute', '1 min', '74 min', '3 hr', '12 days', '1,234 days']],
    ['en-GB', ['less than a minute', '1 min', '74 mins', '3 hrs', '12 days', '1,234 days']],
    ['de-DE', ['less than a minute', '1 min', '74 mins', '3 hrs', '12 days', '1.234 days']],
  ])('%s: %j', (locale, texts) => {
    const lengths = [20_000, MINUTE_MS, 74 * MINUTE_MS, 3 * HOUR_MS, 12 * DAY_MS, 1_234 * DAY_MS];
    expect(lengths.map(createFormatter(locale).duration)).toEqual(texts);
  });

  test.each([
    ['en-US', '1,500 minutes'],
    ['en-GB', '1,500 minutes'],
    ['de-DE', '1.500 minutes'],
  ])('%s: minutes in full are at least one, and %s', (locale, many) => {
    const { minutes } = createFormatter(locale);
    expect(minutes(0)).toBe('1 minute');
    expect(minutes(89_000)).toBe('1 minute');
    expect(minutes(89_000, 'short')).toBe('1 min');
    expect(minutes(1_500 * MINUTE_MS)).toBe(many);
  });

  test.each([
    [0, '0:00'],
    [18 * MINUTE_MS + 42_000, '18:42'],
    [62 * MINUTE_MS + 7_000, '1:02:07'],
    [-5_000, '0:00'],
  ])('a stopwatch at %i ms shows %s', (elapsedMs, text) => {
    for (const locale of ['en-US', 'en-GB', 'de-DE']) expect(createFormatter(locale).stopwatch(elapsedMs)).toBe(text);
  });

  test.each([
    [0, '0:00'],
    [18 * MINUTE_MS + 42_000, '18:42'],
    [71 * MINUTE_MS + 3_000, '71:03'],
    [-5_000, '0:00'],
  ])('the minutes and seconds of %i ms are %s', (elapsedMs, text) => {
    for (const locale of ['en-US', 'en-GB', 'de-DE'])
      expect(createFormatter(locale).minutesAndSeconds(elapsedMs)).toBe(text);
  });
});

test('what is stored is written alike on every computer', () => {
  expect(neutralFormatter.count(1_234, 'device', 'devices')).toBe('1,234 devices');
  expect(neutralFormatter.minutes(31 * MINUTE_MS)).toBe('31 minutes');
  expect(neutralFormatter.instant(at)).toBe('22 Nov 2026, 20:31');
});

test('what is no locale is refused', () => {
  expect(() => createFormatter('not a locale').number(1)).toThrow(RangeError);
});
