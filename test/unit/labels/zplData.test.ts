import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zplData } from '../../../src/shared/labels/zplData.ts';

/** Field data behind `^FH`, as a printer that was told UTF-8 reads it. */
function readBack(data: string): string {
  const bytes = [...data.matchAll(/_([\dA-F]{2})|([^_])/g)].map(([, hex, plain = '']) =>
    hex === undefined ? plain.charCodeAt(0) : parseInt(hex, 16),
  );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}

test('any text comes back as it was, and holds no mark of a command', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const data = zplData(text);
      expect(data).toMatch(/^[\x20-\x7e]*$/);
      expect(data).not.toMatch(/[\^~\\]/);
      expect(readBack(data)).toBe(text.toWellFormed());
    }),
  );
});

test.each([
  ['A^B', 'A_5EB'],
  ['C~D', 'C_7ED'],
  ['E_F', 'E_5FF'],
  ['Köln', 'K_C3_B6ln'],
])('%s is written as %s', (text, data) => {
  expect(zplData(text)).toBe(data);
});
