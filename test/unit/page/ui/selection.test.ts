import { expect, test } from 'vitest';
import { nothingSelected, toggled, withRange } from '../../../../src/renderer/ui/selection.ts';

test('a row is selected and let go of again', () => {
  const once = toggled(nothingSelected, 'a');
  expect([...once]).toEqual(['a']);
  expect([...toggled(once, 'a')]).toEqual([]);
});

test('a range counts in both directions and keeps what was selected before', () => {
  const ids = ['a', 'b', 'c', 'd'];
  expect([...withRange(new Set(['x']), ids, 1, 2)]).toEqual(['x', 'b', 'c']);
  expect([...withRange(nothingSelected, ids, 2, 1)]).toEqual(['b', 'c']);
});

test('rows of a range that are not loaded are left out', () => {
  expect([...withRange(nothingSelected, ['a', undefined, 'c'], 0, 2)]).toEqual(['a', 'c']);
});
