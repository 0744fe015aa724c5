import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../src/shared/hashes/base64.ts';

describe('base64', () => {
  test('gives back any bytes, however long their run of zeros, and agrees with the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(3000), (content, zeros) => {
        const bytes = new Uint8Array([...content, ...new Uint8Array(zeros)]);
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        const decoded = decodeBase64(text, text.replace(/=+$/, '').length);
        expect(Buffer.from(decoded.bytes).equals(bytes)).toBe(true);
        expect(decoded).toMatchObject({ badAt: -1, spareBits: 0 });
        expect(decoded.bytes.subarray(decoded.zerosFrom).every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  test.each([
    ['at the start', '!AAA', 0, 0],
    ['inside a group', 'TWFu=W4=', 4, 3],
    ['outside Latin-1', 'TWFu\u4E00AAA', 4, 3],
    ['in a last short group', 'TWFuTW?', 6, 4],
    ['in front of a run of zeros', `TWFu*${'A'.repeat(1500)}`, 4, 3],
    ['inside a run of zeros', `${'A'.repeat(700)}-${'A'.repeat(1500)}`, 700, 525],
  ])('names the position of a character that is not base64: %s', (_, text, badAt, bytesBefore) => {
    const decoded = decodeBase64(text);
    expect(decoded.badAt).toBe(badAt);
    expect(decoded.bytes).toHaveLength(bytesBefore);
  });

  test('reports bits that are left over behind the last byte', () => {
    expect(decodeBase64('TQ').spareBits).toBe(0);
    expect(decodeBase64('TR').spareBits).toBe(1);
    expect(decodeBase64('TWE').spareBits).toBe(0);
    expect(decodeBase64('TWF').spareBits).toBe(1);
  });
});
