import { describe, expect, test } from 'vitest';
import { printable, unprintableIn } from '../../../src/main/paper/printable.ts';
import { refuseUnprintable } from '../../../src/main/paper/unprintable.ts';
import { isPlain } from '../../../src/main/paper/textRuns.ts';
import { loadTemplates } from '../../../src/main/services/checklists/loadTemplates.ts';

describe('a character that no typeface has', () => {
  test('is found, once, and its code is printed in its place', () => {
    expect(unprintableIn('Lab 😀😀 \u{12000}')).toEqual(['😀', '\u{12000}']);
    expect(printable('Lab 😀')).toBe('Lab [U+1F600]');
  });

  test('is named with its field and its device before anything is printed', () => {
    const texts = [
      { field: 'group tag', device: '5CG1', text: 'Kiosk 😀' },
      { field: 'model', device: '5CG1', text: 'Größe 東京' },
    ];
    expect(() => refuseUnprintable(texts)).toThrow(
      'Reseal has no typeface for these characters: group tag of 5CG1: 😀 (U+1F600).',
    );
    expect(() => refuseUnprintable(texts.slice(1))).not.toThrow();
  });

  test('is named for five texts at most, and the others are counted', () => {
    const texts = Array.from({ length: 7 }, (_, index) => ({ field: 'model', device: `A${index}`, text: '😀' }));
    expect(() => refuseUnprintable(texts)).toThrow(/A4: 😀 \(U\+1F600\); 2 more\.$/);
  });
});

test('joiners, direction marks and variation selectors need no shape', () => {
  expect(unprintableIn('می\u200cشود \u200fאב\u2069 葛\u{e0100}')).toEqual([]);
});

test('controls and lone surrogates are printed as question marks', () => {
  expect(printable('a\u0007b\ud800c\td')).toBe('a?b?c d');
});

test('the checklists themselves are written in what Roboto can draw', () => {
  const texts = loadTemplates('resources').flatMap(({ title, source, blocks }) => [
    title,
    source,
    ...blocks.flatMap((block) => [
      block.title,
      ...block.items.flatMap((item) => [
        item.title,
        item.doneWhen,
        item.where,
        ...item.hints.map((hint) => (typeof hint === 'string' ? hint : hint.says)),
        item.condition ?? '',
        ...item.commands,
      ]),
    ]),
  ]);
  expect(texts.filter((text) => !isPlain(text))).toEqual([]);
});
