import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable } from '../../../src/main/paper/printable.ts';
import { isolated } from '../../../src/main/paper/isolated.ts';
import { isPlain, runsOf } from '../../../src/main/paper/textRuns.ts';

const textsOf = (text: string) => runsOf(text).map((run) => run.text);
const typefacesOf = (text: string) => [...new Set(runsOf(text).map(({ typeface }) => typeface.name))];

describe('a line is drawn piece by piece from left to right', () => {
  test.each([
    ['Kiosk 12', ['Kiosk 12']],
    ['מחשב חדש', ['מחשב חדש']],
    ['מחשב 5CG1234567 חדש', ['חדש', ' ', '5CG1234567', 'מחשב ']],
    ['Depot מחשב 5CG1234567', ['Depot ', 'מחשב', ' ', '5CG1234567']],
    ['חדר 7 (קומה 3)', ['(', '3', 'קומה ', ') ', '7', 'חדר ']],
    ['أجهزة PF-4X-123', ['PF-4X-123', 'أجهزة ']],
    ['دفعة 12-34', ['12-34', 'دفعة ']],
    // Brackets look the other way where they are read from right to left; fontkit turns the letters round.
    ['مدرسة (تعليم)', ['مدرسة )تعليم(']],
  ])('%s', (text, pieces) => {
    expect(textsOf(text)).toEqual(pieces);
  });

  test('Persian digits keep their order', () => {
    expect(textsOf('۱۲۳').join('')).toBe('۱۲۳');
    expect(textsOf('قسم ۱۲۳')).toEqual(['۱', '۲', '۳', 'قسم ']);
  });

  test('a name within an English line keeps its own direction', () => {
    expect(textsOf(`Tag ${isolated('אב 12')}`)).toEqual(['Tag ', '12', 'אב ']);
    expect(isolated('Kiosk')).toBe('Kiosk');
  });

  test('letters that a non-joiner holds apart are not joined', () => {
    expect(textsOf('می\u200cشود')).toEqual(['شود', 'می']);
  });

  test('the ring of Thai sara am is written below the tone mark', () => {
    expect(textsOf('น้ำ')).toEqual(['น\u0e4d\u0e49\u0e32']);
    expect(textsOf('กำลัง')).toEqual(['กำลัง']);
  });
});

describe('each script has its typeface', () => {
  test.each([
    ['東京本社', ['Noto Sans JP']],
    ['会議室ー', ['Noto Sans JP']],
    ['上海总部', ['Noto Sans SC']],
    ['서울 漢字', ['Noto Sans KR', 'Roboto']],
    ['قسم', ['Noto Sans Arabic']],
    ['מחשב', ['Noto Sans Hebrew']],
    ['สำนักงาน', ['Noto Sans Thai']],
    ['कार्यालय', ['Noto Sans Devanagari']],
    ['Żółć Größe Ноутбук Ελλάδα', ['Roboto']],
  ])('%s', (text, names) => {
    expect(typefacesOf(text)).toEqual(names);
  });
});

test('whatever is written, every visible character is drawn once, by a typeface that has it', () => {
  const letters = fc.constantFrom(...Array.from('aZ9 -()אבשקسمةي٣۱東京あア서ไน้ำกक्षि\u200c\u2067Żé😀'));
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
      const visible = (one: string) =>
        Array.from(one.replaceAll(/[\p{Default_Ignorable_Code_Point}\s]/gu, '').replaceAll('\u0e33', '\u0e4d\u0e32'))
          .map((character) => ({ ')': '(', ']': '[' })[character] ?? character)
          .sort();
      expect(visible(textsOf(text).join(''))).toEqual(visible(printable(text)));
    }),
    { numRuns: 500 },
  );
});

test('plain is what Roboto alone can draw', () => {
  expect(isPlain('Kiosk Süd 12')).toBe(true);
  for (const text of ['東', 'א', '😀', 'a\u0007', 'e\u0301']) expect(isPlain(text)).toBe(false);
});
