import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNativeDecoder } from '../../../src/main/services/hashes/nativeBase64.ts';
import { decodeBase64 } from '../../../src/shared/hashes/base64.ts';
import { lengthWithoutPadding } from '../../../src/shared/hashes/readHashText.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';

const { decode, firstBytes } = createNativeDecoder();

function expectSame(text: string): void {
  const end = lengthWithoutPadding(text);
  const { bytes, ...native } = decode(text, end);
  const { bytes: strictBytes, ...strict } = decodeBase64(text, end);
  expect(native).toEqual(strict);
  expect(Buffer.from(bytes).equals(strictBytes)).toBe(true);
}

test('decodes hashes as the strict decoder does, whatever is changed in them', () => {
  const hash = inventedHash(inventedDevice(0));
  const character = fc.constantFrom('A', 'z', '+', '/', '=', '-', '_', ' ', '\n', '\0', 'é', '€', '!', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4_000), character), { maxLength: 4 }), fc.nat(4_000), (edits, length) => {
      let text = hash.slice(0, length);
      for (const [at, value] of edits) text = text.slice(0, at) + value + text.slice(at + 1);
      expectSame(text);
    }),
    { numRuns: 3_000 },
  );
});

test('decodes any text as the strict decoder does', () => {
  const alphabet = fc.constantFrom(...'ABab01+/-_= \r\n"é€'.split(''));
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 24 }), (characters) => expectSame(characters.join(''))),
    {
      numRuns: 5_000,
    },
  );
});

test('gives the first bytes of a text, whichever text was decoded last, damaged or not', () => {
  const hash = inventedHash(inventedDevice(0));
  const wanted = Buffer.from(hash, 'base64').subarray(0, 900);
  for (const decodedLast of [hash, inventedHash(inventedDevice(1)), 'AAAA', hash.replace('T0', 'T!')]) {
    decode(hash, hash.length);
    decode(decodedLast, decodedLast.length);
    expect(firstBytes(hash, 900).equals(wanted)).toBe(true);
  }
});
