import { expect, test } from 'vitest';
import { runFrom } from '../../../src/shared/intake/encodingRun.ts';

const PIECE = 1_024;

/** Bytes that count how far they are searched. */
class WatchedBytes extends Uint8Array {
  static searched = 0;
  override indexOf(byte: number, from = 0): number {
    const index = super.indexOf(byte, from);
    WatchedBytes.searched += (index < 0 ? this.length : index + 1) - from;
    return index;
  }
}

test.each([
  ['text of one byte a character', 'eight-bit', 'latin1', 'A1,text\r\n'],
  ['UTF-16 without a line end', 'utf-16le', 'utf16le', 'A1,text'],
] as const)('a file in pieces is searched once, not once for each piece: %s', (_, width, encoding, line) => {
  const bytes = WatchedBytes.from(Buffer.from(line.repeat(20_000), encoding));
  WatchedBytes.searched = 0;
  for (let start = 0; start < bytes.length;) {
    start = runFrom(bytes, start, Math.min(start + PIECE, bytes.length), width).end;
  }
  expect(WatchedBytes.searched).toBeLessThan(2 * bytes.length);
});
