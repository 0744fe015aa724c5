import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldOrder } from '../../../src/shared/bench/heldOrder.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 });

test('rows that nobody is at stand as they are wanted', () => {
  fc.assert(
    fc.property(ids, ids, (shown, wanted) => {
      expect(heldOrder(shown, wanted, false)).toEqual(wanted);
    }),
  );
});

test('under a pointer or the focus no two rows change places, and every wanted row is there once', () => {
  fc.assert(
    fc.property(ids, ids, (shown, wanted) => {
      const held = heldOrder(shown, wanted, true);
      expect(held.toSorted()).toEqual(wanted.toSorted());
      const stayed = shown.filter((id) => wanted.includes(id));
      expect(held.filter((id) => stayed.includes(id))).toEqual(stayed);
    }),
  );
});

test('a new row comes in where it belongs, also while the others are held', () => {
  expect(heldOrder(['b', 'a'], ['a', 'new', 'b'], true)).toEqual(['b', 'a', 'new']);
  expect(heldOrder(['a', 'b'], ['first', 'a', 'b'], true)).toEqual(['first', 'a', 'b']);
  expect(heldOrder(['a', 'gone', 'b'], ['a', 'b', 'last'], true)).toEqual(['a', 'b', 'last']);
});
