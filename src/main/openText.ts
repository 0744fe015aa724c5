import { isAscii, isUtf8 } from 'node:buffer';
import { detectEncoding } from '../shared/intake/detectEncoding.ts';
import type { EncodingName } from '../shared/intake/vocabulary.ts';

/** A small file as text. */
export interface OpenedText {
  /** Without the byte-order mark. */
  readonly text: string;
  readonly encoding: EncodingName;
  /** Whether it began with a byte-order mark, right or wrong. */
  readonly hasMark: boolean;
}

/** The text of a file, as intake reads it: by the encoding that all of its bytes fit. */
export function openText(bytes: Uint8Array): OpenedText {
  const { encoding, bomBytes } = detectEncoding(bytes, { isAscii, isUtf8 });
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(bomBytes));
  return { text, encoding, hasMark: bomBytes > 0 };
}

const PIECE_BYTES = 1_048_576;

/** The same text in pieces, for a file that is too large to be one text. */
export function* textPieces(bytes: Uint8Array): Generator<string> {
  const { encoding, bomBytes } = detectEncoding(bytes, { isAscii, isUtf8 });
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (let at = bomBytes; at < bytes.length; at += PIECE_BYTES) {
    yield decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: at + PIECE_BYTES < bytes.length });
  }
}
