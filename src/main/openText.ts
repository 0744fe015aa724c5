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
