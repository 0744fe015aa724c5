import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notProductKeyId } from '../../../src/shared/intake/notProductKeyId.ts';

test.each([
  ['3300000000001', null],
  ['1234567890123', null],
  ['0000000000000', 'placeholder'],
  ['00330-80000-00000-AAOEM', 'product-id'],
  ['00330-80000-00000-AA123', 'product-id'],
  ['00330-80000-00000-aaoem', 'product-id'],
  ['55041-OEM-0123456-12345', 'product-id'],
  ['ABCDE-NPHTM-AAAAA-BBBBB-12345', 'product-key'],
  ['XX', 'placeholder'],
  ['xxxxxxxxxxxxx', 'placeholder'],
  ['n/a', 'placeholder'],
  ['None', 'placeholder'],
  ['-', 'placeholder'],
  ['To be filled by O.E.M.', 'placeholder'],
])('%s: %s', (value, kind) => {
  expect(notProductKeyId(value, '3300000000009')).toBe(kind);
});

test('the form of Partner Center’s example counts where no hash knows better', () => {
  expect(notProductKeyId('00329-00000-0003-AA606', null)).toBeNull();
  expect(notProductKeyId('00329-00000-0003-AA606', '3300000000001')).toBe('product-id');
});

test('thirteen digits are a product key ID, unless all are one digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{13}$/), (value) => {
      expect(notProductKeyId(value, null)).toBe(new Set(value).size === 1 ? 'placeholder' : null);
    }),
  );
});
