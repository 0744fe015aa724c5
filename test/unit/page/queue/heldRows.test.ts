import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, heldRows, type Rows } from '../../../../src/renderer/features/devices/queue/heldRows.ts';

const at = (offset: number, ids: string): Rows<{ readonly id: string }> => ({
  offset,
  rows: ids.split('').map((id) => ({ id })),
});
const held = (shown: Rows<{ readonly id: string }>, read: Rows<{ readonly id: string }>) => {
  const { offset, rows } = heldRows(shown, read);
  return [offset, rows.map(({ id }) => id).join('')];
};

describe('rows that are held', () => {
  test('stay in their places when the order becomes another', () => {
    expect(held(at(0, 'abcd'), at(0, 'dbca'))).toEqual([0, 'abcd']);
  });

  test('stay when one of them has left the list', () => {
    expect(held(at(0, 'abcd'), at(0, 'acd'))).toEqual([0, 'abcd']);
  });

  test('are not pushed down by one that came: it waits', () => {
    expect(held(at(0, 'abcd'), at(0, 'nabc'))).toEqual([0, 'abcd']);
  });

  test('are followed by what was read when somebody scrolls on, and no row stands twice', () => {
    expect(held(at(0, 'abcdef'), at(3, 'cdefgh'))).toEqual([3, 'defcgh']);
  });

  test('are preceded by what was read when somebody scrolls back', () => {
    expect(held(at(3, 'defg'), at(0, 'nabcdef'))).toEqual([0, 'nabdefg']);
  });

  test('let go of where nobody has been: all is as it was read', () => {
    expect(held(at(0, 'abc'), at(10, 'klm'))).toEqual([10, 'klm']);
  });

  test('end where a list ends that has become short', () => {
    expect(held(at(5, 'fghij'), at(0, 'ab'))).toEqual([0, 'ab']);
  });
});

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 30 });
const some = fc
  .record({ offset: fc.nat(20), ids })
  .map(({ offset, ids: all }): Rows<{ readonly id: string }> => ({ offset, rows: all.map((id) => ({ id })) }));

test('whatever happens, no row moves or stands twice, and there are never more than were shown or read', () => {
  fc.assert(
    fc.property(some, some, (shown, read) => {
      const { offset, rows } = heldRows(shown, read);
      expect(offset).toBe(read.offset);
      expect(rows.length).toBeLessThanOrEqual(Math.max(shown.rows.length, read.rows.length));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const before = new Map(shown.rows.map(({ id }, place) => [shown.offset + place, id]));
      for (const [place, { id }] of rows.entries()) {
        const stood = before.get(offset + place);
        if (stood !== undefined) expect(id).toBe(stood);
      }
    }),
  );
});

test.each<[string, string, string, number]>([
  ['nothing', 'abc', 'abc', 0],
  ['one that moved to the top', 'abcd', 'dabc', 1],
  ['one that came and pushes the last out', 'abcd', 'nabc', 1],
  ['one that left, so that another comes in below', 'abcd', 'acde', 1],
  ['two that changed places', 'abcd', 'badc', 2],
  ['all of it', 'abc', 'xyz', 3],
])('%s counts as so many changes', (_, shown, read, count) => {
  expect(changesBetween(shown.split(''), read.split(''))).toBe(count);
});
