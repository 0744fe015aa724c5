import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorCodeIn } from '../../../src/shared/knowledge/errorCodeIn.ts';

test.each([
  ['0x800705B4', '0x800705b4'],
  ['80070774', '0x80070774'],
  ['Failed: 0x800705b4', '0x800705b4'],
  ['Something went wrong (0x80180014).', '0x80180014'],
  ['-2147023436', '0x800705b4'],
  ['HRESULT -2147023436, tried twice', '0x800705b4'],
  ['2147943860', '0x800705b4'],
  ['0x81036502', '0x81036502'],
])('the code in %j is %s', (text, code) => {
  expect(errorCodeIn(text)).toBe(code);
});

test.each([
  '',
  'Timeout',
  '5CG1234567',
  '0x8007',
  '0x800705b40',
  'a800705b4',
  '-12',
  '-9999999999',
  '1234567890',
  '20261203',
  'defaced8-5b25-470b',
  'deadbeef',
])('there is none in %j', (text) => {
  expect(errorCodeIn(text)).toBeNull();
});

test('every failure code is found however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2 ** 31, max: 2 ** 32 - 100_000_000 }), (value) => {
      const digits = value.toString(16);
      const code = `0x${digits}`;
      expect(errorCodeIn(`Error ${digits.toUpperCase()}!`)).toBe(/\d/.test(digits) ? code : null);
      expect(errorCodeIn(String(value - 2 ** 32))).toBe(code);
      expect(errorCodeIn(String(value))).toBe(code);
      expect(errorCodeIn(`Error ${code}`)).toBe(code);
    }),
  );
});
