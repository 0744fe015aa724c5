import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileLabels } from '../../../src/shared/intake/fileLabels.ts';

test.each([
  ['one file by its name', ['/mnt/usb/a.csv'], ['a.csv']],
  ['files of different names by their names', ['x/a.csv', 'y/b.csv'], ['a.csv', 'b.csv']],
  ['files of one name with the folder above them', ['x/a.csv', 'y/a.csv', 'b.csv'], ['x/a.csv', 'y/a.csv', 'b.csv']],
  ['with more folders where one is not enough', ['1/x/a.csv', '2/x/a.csv'], ['1/x/a.csv', '2/x/a.csv']],
  ['with only as many as are needed', ['1/x/a.csv', '2/x/a.csv', 'y/a.csv'], ['1/x/a.csv', '2/x/a.csv', 'y/a.csv']],
  ['Windows paths', ['C:\\in\\x\\a.csv', 'C:\\in\\y\\a.csv'], ['x/a.csv', 'y/a.csv']],
  ['by numbers where nothing else tells them apart', ['a.csv', 'a.csv'], ['a.csv (1)', 'a.csv (2)']],
  ['a file without folders beside one with', ['a.csv', 'x/a.csv'], ['a.csv', 'x/a.csv']],
])('%s', (_, paths, labels) => {
  expect(fileLabels(paths)).toEqual(labels);
});

test('paths that differ have labels that differ', () => {
  const part = fc.constantFrom('a', 'b', 'x.csv');
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
      expect(new Set(fileLabels(paths)).size).toBe(paths.length);
    }),
  );
});
