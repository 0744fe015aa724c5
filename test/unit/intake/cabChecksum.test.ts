import { expect, test } from 'vitest';
import { cabChecksum } from '../../../src/main/archives/cabChecksum.ts';

const noLengths = Buffer.alloc(4);

test.each([
  ['nothing', [], 0],
  ['one word, the lowest byte first', [1, 2, 3, 4], 0x04030201],
  ['two words, by exclusive or', [1, 2, 3, 4, 1, 0, 0, 4], 0x00030200],
  ['three bytes over, the highest first', [0x0a, 0x0b, 0x0c], 0x0a0b0c],
  ['a word whose highest bit is set', [0, 0, 0, 0x80], 0x80000000],
])('the checksum of a cabinet takes %s', (_, bytes, sum) => {
  expect(cabChecksum(Buffer.from(bytes), noLengths)).toBe(sum);
});

test('the lengths of a block are part of its checksum', () => {
  expect(cabChecksum(Buffer.alloc(0), Buffer.from([1, 0, 2, 0]))).toBe(0x00020001);
});
