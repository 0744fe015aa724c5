import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/shared/intake/cleanText.ts';
import { isCutByExcel, isScientific, lostZeros } from '../../../src/shared/intake/spreadsheetDamage.ts';
import { fileKindOf } from '../../../src/shared/intake/fileKind.ts';
import { createLineCollector } from '../../../src/shared/intake/lineCollector.ts';
import { lineWords } from '../../../src/shared/intake/lineWords.ts';

describe('cleaning typed text', () => {
  test.each([
    ['as it stands', 'HP EliteBook', 'HP EliteBook'],
    ['blanks around it', '  5CG1 ', '5CG1'],
    ['no-break and tabulator blanks inside it', 'HP\u00A0\tEliteBook', 'HP EliteBook'],
    ['invisible characters', '\u200B5C\u00ADG1\uFEFF', '5CG1'],
    ['nothing that can be seen', ' \u200B\t', null],
    ['letters of other scripts', 'Łódź 東京', 'Łódź 東京'],
  ])('%s', (_, raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });
});

describe('what Excel does to numbers', () => {
  test.each(['1.23E+10', '3,55684E+12', '1E+15'])('%s was a long number', (value) => {
    expect(isScientific(value)).toBe(true);
  });
  test.each(['5CG1234567', '5E10', '123456', 'E12', '00329-00000-0003-AA606'])('%s was none', (value) => {
    expect(isScientific(value)).toBe(false);
  });
  test('zeros in front are missed only where nothing else is', () => {
    expect([lostZeros('123', '00123'), lostZeros('123', '0124'), lostZeros('123', '123')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test('the lengths at which cells are cut', () => {
    expect([255, 1_024, 32_767, 4_000].map(isCutByExcel)).toEqual([true, true, true, false]);
  });
});

describe('naming lines', () => {
  const words = (...lines: readonly number[]): string => {
    const collector = createLineCollector();
    for (const line of lines) collector.add(line);
    return lineWords(collector.lines());
  };
  test.each([
    ['one', [3], 'line 3'],
    ['neighbours', [3, 4], 'lines 3 and 4'],
    ['a range and others', [1, 3, 4, 5, 9], 'lines 1, 3 to 5 and 9'],
  ] as const)('%s', (_, lines, expected) => {
    expect(words(...lines)).toBe(expected);
  });
  test('so many that nobody reads them end in one range', () => {
    const odd = Array.from({ length: 1_000 }, (_, index) => index * 2 + 1);
    expect(words(...odd)).toMatch(/^lines 1, 3, .* and 79 to 1999$/);
  });
});

test.each([
  ['PK\u0003\u0004', 'zip'],
  ['MSCF', 'cab'],
  ['Device Serial Number', 'text'],
  ['PKID,Serial', 'text'],
])('a file that begins with %j is %s', (start, kind) => {
  expect(fileKindOf(Buffer.from(start.padEnd(64, 'x'), 'latin1'), 'ascii')).toEqual({ kind });
});
