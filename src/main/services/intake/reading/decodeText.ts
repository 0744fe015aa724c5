import { isAscii, isUtf8 } from 'node:buffer';
import { detectEncoding, type DetectedEncoding } from '../../../../shared/intake/detectEncoding.ts';

const PIECE_BYTES = 1_048_576;

/** The encoding of a file, judged by all of its bytes. */
export function encodingOf(bytes: Uint8Array): DetectedEncoding {
  return detectEncoding(bytes, { isAscii, isUtf8 });
}

export interface TextPiece {
  readonly text: string;
  /** Bytes of the file up to the end of this piece. */
  readonly bytesDone: number;
}

/** The text of a file in pieces of about a mebibyte, without the byte-order mark. What fits no character becomes U+FFFD. */
export function* decodeText(bytes: Buffer, { encoding, bomBytes }: DetectedEncoding): Generator<TextPiece> {
  const decoder = encoding === 'ascii' ? null : new TextDecoder(encoding, { ignoreBOM: true });
  for (let start = bomBytes; start < bytes.length; start += PIECE_BYTES) {
    const end = Math.min(start + PIECE_BYTES, bytes.length);
    // Three times as fast as the decoder, and what most files need.
    const text =
      decoder === null
        ? bytes.toString('latin1', start, end)
        : decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
    yield { text, bytesDone: end };
  }
}
