import { expect, test } from 'vitest';
import { columnsProblem } from '../../../src/renderer/features/intake/columnMapping.ts';

test('a hardware hash, a product key ID, or serial number with manufacturer and model are enough to read a table', () => {
  expect(columnsProblem(['ignore', 'hardwareHash'])).toBeNull();
  expect(columnsProblem(['productKeyId'])).toBeNull();
  expect(columnsProblem(['serialNumber', 'manufacturer', 'model'])).toBeNull();
});

test('less is not, and the person is told what is missing', () => {
  expect(columnsProblem(['serialNumber', 'ignore', 'groupTag'])).toMatch(/Choose the column with the hardware hash/);
});

test('two columns cannot be the same thing, but any number can be of no use', () => {
  expect(columnsProblem(['hardwareHash', 'serialNumber', 'serialNumber'])).toBe(
    'Only one column can be the serial number.',
  );
  expect(columnsProblem(['hardwareHash', 'ignore', 'ignore'])).toBeNull();
});
