import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectLayout } from '../../../src/shared/intake/detectLayout.ts';
import { createLineSplitter } from '../../../src/shared/intake/lineSplitter.ts';

function layoutOf(text: string) {
  const splitter = createLineSplitter();
  return detectLayout([...splitter.push(text), ...splitter.end()]);
}

test('any text has some layout, and no text makes the detection fail', () => {
  const piece = fc.constantFrom(
    'Device Serial Number',
    'Hardware Hash',
    'T0G'.padEnd(120, 'x'),
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    '\u0000',
    'HP',
    '5CG1234567',
    '<Key>',
    '{"CloudAssigned',
    'sep=;',
    '\uD800',
    '\uFEFF',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (value) => {
      expect(['table', 'text', 'refused']).toContain(layoutOf(value).kind);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['names in another order are found by name', 'Hardware Hash,Device Serial Number,Windows Product ID', 'intune'],
  ['blanks and case in names do not count', ' device serial number , WINDOWS PRODUCT ID,Hardware  hash', 'intune'],
  ['two known names alone are no dialect, but certain', 'Serial Number,Hardware Hash', 'unknown'],
])('%s', (_, header, dialect) => {
  expect(layoutOf(`${header}\r\nx,y,z\r\n`)).toMatchObject({ kind: 'table', dialect, isGuess: false });
});

test.each([
  ['a poem', 'Roses are red, violets are blue\nSugar is sweet, and so are you\n'],
  ['prose with digits', 'In 1815, Ada was born\nIn 1852, she died, aged 36\n'],
  ['a price list', 'Article,Price,Stock\nCable,3,12\nMouse,9,40\n'],
])('%s is no list of identifiers', (_, text) => {
  expect(layoutOf(text)).toMatchObject({ kind: 'table', dialect: 'unknown', isGuess: true });
});
