import type { EncodingName } from './vocabulary.ts';

export interface DetectedEncoding {
  readonly encoding: EncodingName;
  readonly bom: boolean;
  /** How many bytes at the start are the byte-order mark. */
  readonly bomBytes: number;
}

/** Whole-file checks that a platform does natively. */
export interface ByteChecks {
  readonly isAscii: (bytes: Uint8Array) => boolean;
  readonly isUtf8: (bytes: Uint8Array) => boolean;
}

const SAMPLE_BYTES = 4_096;
/** Of the bytes that are the high halves of Latin text in UTF-16, how many are NUL; names with accents stay above it. */
const NUL_SHARE = 0.7;

/**
 * The encoding of a file: its byte-order mark, else UTF-16 by the NUL in every second byte, else UTF-8 if every byte
 * fits, else windows-1252, which every byte fits.
 */
export function detectEncoding(bytes: Uint8Array, { isAscii, isUtf8 }: ByteChecks): DetectedEncoding {
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', bom: true, bomBytes: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', bom: true, bomBytes: 2 };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', bom: true, bomBytes: 3 };
  return { encoding: utf16ByNuls(bytes) ?? eightBit(bytes), bom: false, bomBytes: 0 };

  function eightBit(all: Uint8Array): EncodingName {
    if (isAscii(all)) return 'ascii';
    return isUtf8(all) ? 'utf-8' : 'windows-1252';
  }
}

function utf16ByNuls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  if (pairs < 2) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  if (odd > pairs * NUL_SHARE && even < pairs * (1 - NUL_SHARE)) return 'utf-16le';
  if (even > pairs * NUL_SHARE && odd < pairs * (1 - NUL_SHARE)) return 'utf-16be';
  return null;
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
