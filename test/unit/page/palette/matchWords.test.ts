import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsWords, matches, partsOf, rangesOf } from '../../../../src/renderer/app/palette/matchWords.ts';

test.each([
  ['a part of a word', 'tag', ['Set group tag'], true],
  ['parts in any order', 'tag set', ['Set group tag'], true],
  ['no matter the case', 'SET TAG', ['Set group tag'], true],
  ['no matter the accents', 'uber', ['Über'], true],
  ['parts in different texts', 'refresh contoso', ['Refresh from Microsoft', 'Contoso Nord'], true],
  ['a part that is nowhere', 'set user', ['Set group tag'], false],
  ['nothing typed', '  ', ['Set group tag'], true],
])('%s', (_, query, texts, expected) => {
  expect(matches(partsOf(query), texts)).toBe(expected);
});

test('the beginning of a word is a better match than its middle', () => {
  expect(beginsWords(partsOf('lab'), 'Save labels')).toBe(true);
  expect(beginsWords(partsOf('lab'), 'NORD-LAB-03')).toBe(true);
  expect(beginsWords(partsOf('lab'), 'Available')).toBe(false);
});

test('what was typed is marked, and marks that touch are one', () => {
  expect(rangesOf(partsOf('lab'), 'Print labels')).toEqual([[6, 9]]);
  expect(rangesOf(partsOf('bels la'), 'Print labels')).toEqual([[6, 12]]);
  expect(rangesOf(partsOf('x'), 'Print labels')).toEqual([]);
});

test('marks stand in order, do not overlap, and lie inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
      let end = 0;
      for (const [from, to] of rangesOf(partsOf(query), text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('every word of a text finds it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(matches(partsOf(text), [text])).toBe(true);
    }),
  );
});
