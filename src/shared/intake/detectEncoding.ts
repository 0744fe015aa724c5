import { isEightBit, markBytes, wideByNuls } from './encodingRun.ts';
import type { EncodingName } from './vocabulary.ts';

export interface DetectedEncoding {
  readonly encoding: EncodingName;
  readonly bom: boolean;
  /** How many bytes at the start are the byte-order mark, right or wrong. */
  readonly bomBytes: number;
  /** Whether the mark is of another encoding than the text. */
  readonly isWrongMark: boolean;
}

/** Whole-file checks that a platform does natively. */
export interface ByteChecks {
  readonly isAscii: (bytes: Uint8Array) => boolean;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
}

const SAMPLE_BYTES = 4_096;
/** Byte-order marks of UTF-16 and UTF-8 that were read as windows-1252 and written as UTF-8. */
const MARKS_AS_TEXT: readonly (readonly number[])[] = [
  [0xc3, 0xbf, 0xc3, 0xbe],
  [0xc3, 0xbe, 0xc3, 0xbf],
  [0xc3, 0xaf, 0xc2, 0xbb, 0xc2, 0xbf],
];

/**
 * The encoding of a file: its byte-order mark, else UTF-16 by the NUL in every second byte, else UTF-8 if every byte
 * fits, else windows-1252, which every byte fits. LibreOffice keeps the mark of UTF-16 in front of text that it writes in
 * one byte a character.
 */
export function detectEncoding(bytes: Uint8Array, { isAscii, isUtf8 }: ByteChecks): DetectedEncoding {
  const bomBytes = markBytes(bytes, 0);
  if (bomBytes === 3) return { encoding: 'utf-8', bom: true, bomBytes, isWrongMark: false };
  if (bomBytes === 2 && !isEightBit(bytes, 2, bytes.length)) {
    return { encoding: bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', bom: true, bomBytes, isWrongMark: false };
  }
  const wrongBytes = bomBytes + markAsText(bytes);
  const text = wrongBytes === 0 ? bytes : bytes.subarray(wrongBytes);
  const wide = wideByNuls(text, 0, Math.min(text.length, SAMPLE_BYTES));
  return { encoding: wide ?? eightBit(text), bom: false, bomBytes: wrongBytes, isWrongMark: wrongBytes > 0 };

  function eightBit(all: Uint8Array): EncodingName {
    if (isAscii(all)) return 'ascii';
    return isUtf8(all) ? 'utf-8' : 'windows-1252';
  }
}

function markAsText(bytes: Uint8Array): number {
  return MARKS_AS_TEXT.find((mark) => mark.every((byte, index) => bytes[index] === byte))?.length ?? 0;
}
