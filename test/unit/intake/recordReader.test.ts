import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineSplitter } from '../../../src/shared/intake/lineSplitter.ts';
import { createRecordReader, type SourceRecord } from '../../../src/shared/intake/recordReader.ts';
import type { Delimiter } from '../../../src/shared/intake/vocabulary.ts';

function read(text: string, delimiter: Delimiter = ',', pieces: readonly string[] = [text]): SourceRecord[] {
  const splitter = createLineSplitter();
  const reader = createRecordReader(delimiter);
  const records = pieces.flatMap((piece) => reader.push(splitter.push(piece)));
  return [...records, ...reader.push(splitter.end()), ...reader.end()];
}

const fieldsOf = (records: readonly SourceRecord[]) => records.map(({ fields }) => fields);

/** Values as they stand in cells: with delimiters, quotes and line breaks, but without lines of mere blanks. */
const cell = fc
  .array(fc.constantFrom('a', 'B', '7', 'ü', '"', ',', ';', '\t', ' ', '\n', '-'), { maxLength: 12 })
  .map((characters) =>
    characters
      .join('')
      .replace(/[ \t]+(?=\n)/g, '')
      .trim(),
  );
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

describe('reading records', () => {
  test('reads quoted tables as csv-parse does', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom('\r\n', '\n'),
        (rows, delimiter, end) => {
          const text = rows.map((row) => row.map(quoted).join(delimiter)).join(end);
          const oracle = parse(text, { delimiter, relax_column_count: true, record_delimiter: end });
          expect(fieldsOf(read(text, delimiter))).toEqual(oracle);
        },
      ),
    );
  });

  test('reads unquoted tables as csv-parse does', () => {
    const plain = cell.map((value) => value.replace(/[",;\t\n]/g, '') || 'x');
    fc.assert(
      fc.property(fc.array(fc.array(plain, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.join(',')).join('\r\n');
        expect(fieldsOf(read(text))).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });

  test('gives the same records however the text is cut into pieces', () => {
    const line = fc.constantFrom('a,b', '"a', 'b"', ',', '""', 'x"y,z', '', ' ', '"q ""r"" s",t');
    const end = fc.constantFrom('\r\n', '\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end)), fc.array(fc.nat(60)), (parts, cuts) => {
        const text = parts.flat().join('');
        const places = [
          0,
          ...[...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b),
          text.length,
        ];
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
        expect(read(text, ',', pieces)).toEqual(read(text));
      }),
    );
  });

  test('loses no line that is not blank: each is in a record', () => {
    const line = fc.constantFrom('a,b', '"a', 'b"', 'c', '"', '"x"y', '"open,"closed"');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (all) => {
        const records = read(all.join('\n'));
        const starts = records.map(({ line: start }) => start);
        expect(starts[0]).toBe(1);
        expect([...starts].sort((a, b) => a - b)).toEqual(starts);
        const text = records.flatMap(({ fields }) => fields).join('');
        for (const letter of ['a', 'b', 'c', 'x', 'y']) {
          const count = (where: string): number => where.split(letter).length;
          expect(count(text)).toBe(count(all.join('')));
        }
      }),
    );
  });

  test('names the line where a record begins, also after values with line breaks', () => {
    const records = read('"a\nb",c\n\n"d",e\n');
    expect(records.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['a\nb', 'c']],
      [4, ['d', 'e']],
    ]);
  });

  test.each([
    ['a quote inside a value is a character of it', 'HP 15.6" x,b', [['HP 15.6" x', 'b']]],
    ['blanks and a byte-order mark in front of a quote do not count', '\uFEFF"a" , "b"', [['a', 'b']]],
    ['text behind a closing quote stays', '"a"b,c', [['ab', 'c']]],
    ['an empty last value counts', '"a",', [['a', '']]],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(read(text))).toEqual(expected);
  });

  test('a quote that never closes is taken literally, and only its own line suffers', () => {
    const records = read(`"a,b\n${'c,d\n'.repeat(500)}`);
    expect(records).toHaveLength(501);
    expect(records[0]).toMatchObject({ line: 1, fields: ['a', 'b'], problem: 'unclosed-quote' });
    expect(records.slice(1).every(({ problem }) => problem === 'none')).toBe(true);
  });

  test('a quoted row after a stray quote is read as a row', () => {
    expect(read('x,"5CG1\n"a","b"\n').map(({ fields, problem }) => [fields, problem])).toEqual([
      [['x', '5CG1'], 'unclosed-quote'],
      [['a', 'b'], 'none'],
    ]);
  });
});
