import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128 } from '../../../src/main/paper/codes.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import { shelfCodeOf, shelfInCode } from '../../../src/shared/shelves/shelfCode.ts';
import { knownShelf, shelfName, withShelves } from '../../../src/shared/shelves/shelfName.ts';

const names = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((name) => shelfName.safeParse(name).data === name);

test('the label of every shelf is read as that shelf, and is one that Code 128 has characters for', () => {
  fc.assert(
    fc.property(names, (name) => {
      const code = shelfCodeOf(name);
      expect(code).toMatch(/^[\x20-\x7e]+$/);
      expect(readScan(code)).toMatchObject({ kind: 'shelf', shelf: name });
    }),
  );
  expect(code128(shelfCodeOf('A1'))).not.toBeNull();
});

test.each([
  ['Caps Lock', 'reseal:shelf:7', '7'],
  ['a German keyboard', 'RESEALÖSHELFÖ7', '7'],
  ['a scanner that frames its codes', ']C1RESEAL:SHELF:7\r', '7'],
])('%s changes nothing about it', (_, scanned, shelf) => {
  expect(readScan(scanned)).toMatchObject({ kind: 'shelf', shelf });
});

test('no other code is one of a shelf, and one without a name is none', () => {
  expect(['5CG1234567', 'RESEAL:SHELF:', 'RESEAL:SHELF:%E0%A4', 'RESEAL:SHELF:%00'].map(shelfInCode)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a shelf has one spelling, and stands in the list once, 2 before 10', () => {
  expect(withShelves(['10', 'A1'], ['2', 'a1', '2'])).toEqual(['2', '10', 'A1']);
  expect([knownShelf('a1', ['A1']), knownShelf('B1', ['A1'])]).toEqual(['A1', null]);
});
