import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readList } from '../../../src/main/services/assignment/list/readList.ts';

const letters = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ');
const serial = fc
  .tuple(fc.constantFrom(...letters), fc.integer({ min: 100_000, max: 999_999 }))
  .map(([letter, number]) => `${letter}${number}`);
const user = fc.integer({ min: 0, max: 999 }).map((number) => `user${number}@contoso.example`);
const tag = fc.constantFrom('Sales', 'Kiosk', 'Lobby north', '');

const headings = { serialNumber: 'Serial number', assignedUser: 'Assigned user', groupTag: 'Group tag' };
type Column = keyof typeof headings;

describe('a list of devices', () => {
  test('says the same in any order of its columns, with any delimiter, line ending and encoding', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ serialNumber: serial, assignedUser: user, groupTag: tag }), {
          minLength: 1,
          maxLength: 60,
          selector: ({ serialNumber }) => serialNumber,
        }),
        fc.shuffledSubarray<Column>(['serialNumber', 'assignedUser', 'groupTag'], { minLength: 3 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        fc.boolean(),
        (rows, order, delimiter, ending, encoding, isQuoted) => {
          const cell = (text: string): string => (isQuoted ? `"${text}"` : text);
          const lines = [
            order.map((column) => cell(headings[column])).join(delimiter),
            ...rows.map((row) => order.map((column) => cell(row[column])).join(delimiter)),
          ];
          const read = readList(Buffer.from(`\uFEFF${lines.join(ending)}`, encoding));
          expect(read.fields).toEqual(['groupTag', 'assignedUser']);
          expect(read.lines.map(({ line, name, values }) => ({ line, name, ...values }))).toEqual(
            rows.map(({ serialNumber, assignedUser, groupTag }, index) => ({
              line: index + 2,
              name: serialNumber,
              assignedUser,
              ...(groupTag === '' ? {} : { groupTag }),
            })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of serial numbers alone has a line for each, also where one stands twice', () => {
    fc.assert(
      fc.property(fc.array(serial, { minLength: 1, maxLength: 30 }), (serials) => {
        expect(readList(Buffer.from(serials.join('\n'))).lines.map(({ name }) => name)).toEqual(serials);
      }),
    );
  });
});
