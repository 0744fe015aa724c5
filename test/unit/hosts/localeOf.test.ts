import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localeOf } from '../../../src/main/hosts/localeOf.ts';
import { createFormatter } from '../../../src/shared/format/formatter.ts';

test.each([
  ['de_DE.UTF-8', 'de-DE'],
  ['de_CH', 'de-CH'],
  ['fr', 'fr'],
  ['ca_ES.UTF-8@valencia', 'ca-ES'],
  ['C', 'en-US'],
  ['C.UTF-8', 'en-US'],
  ['POSIX', 'en-US'],
  ['not a locale', 'en-US'],
])('a terminal with LANG=%s is %s', (told, locale) => {
  expect(localeOf({ LANG: told })).toBe(locale);
});

test('LC_ALL stands above LC_MESSAGES, and that above LANG; what is empty says nothing', () => {
  const all = { LC_ALL: 'de_DE.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8', LANG: 'en_GB.UTF-8' };
  expect(localeOf(all)).toBe('de-DE');
  expect(localeOf({ ...all, LC_ALL: '' })).toBe('fr-FR');
  expect(localeOf({ LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB.UTF-8' })).toBe('en-GB');
});

test('a terminal that says nothing has the system’s locale', () => {
  expect(localeOf({})).toBe(navigator.language);
});

test('whatever the environment says, numbers and times can be written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (told) => {
      const formatter = createFormatter(localeOf({ LANG: told }));
      expect(formatter.count(2, 'device', 'devices')).toBe('2 devices');
      expect(formatter.minutes(0)).toBe('1 minute');
    }),
  );
});
