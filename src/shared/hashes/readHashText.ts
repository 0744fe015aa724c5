import { decodeBase64, type DecodeBase64 } from './base64.ts';
import {
  CHECKSUM_RECORD_BYTES,
  checksumMatches,
  readContainer,
  type HashContainer,
  type Sha256,
} from './readContainer.ts';

/** The first MUST rule that a text breaks. */
export type HashProblem =
  | { readonly kind: 'character'; readonly at: number }
  | { readonly kind: 'length' }
  | { readonly kind: 'not-a-hash' }
  | { readonly kind: 'cut'; readonly neededBytes: number }
  | { readonly kind: 'record'; readonly type: number | null }
  | { readonly kind: 'no-checksum' }
  | { readonly kind: 'checksum' };

/** A text read as a hardware hash, as far as it goes. */
export interface HashReading {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly container: HashContainer;
  readonly checksum: 'ok' | 'mismatch' | 'missing';
  readonly problem: HashProblem | null;
  /** Whether the equals signs at the end are those that the length asks for. */
  readonly isPadded: boolean;
  /** Whether anything but zeros follows the checksum. */
  readonly hasTrailingData: boolean;
}

/** Decodes a text and checks it in the order of the rules: characters, length, start, completeness, records, checksum. */
export function readHashText(text: string, sha256: Sha256, decode: DecodeBase64 = decodeBase64): HashReading {
  const coreLength = lengthWithoutPadding(text);
  const { bytes, zerosFrom, badAt, spareBits } = decode(text, coreLength);
  const container = readContainer(bytes);
  const { total, damage } = container;
  const isWhole = total !== null && damage === null;
  const checksum = !isWhole ? 'missing' : checksumMatches(bytes, total, sha256) ? 'ok' : 'mismatch';
  const hashEnd = isWhole ? total + CHECKSUM_RECORD_BYTES : bytes.length;

  const problem = (): HashProblem | null => {
    if (badAt >= 0) return { kind: 'character', at: badAt };
    if (coreLength % 4 === 1) return { kind: 'length' };
    if (damage?.kind === 'no-magic') return { kind: 'not-a-hash' };
    if (damage !== null) return damage;
    if (checksum !== 'ok') return { kind: 'checksum' };
    // Bits after the last byte carry nothing, but other than zero they prove that the last character was changed.
    if (spareBits !== 0 && hashEnd === bytes.length) return { kind: 'character', at: coreLength - 1 };
    return null;
  };

  return {
    text,
    bytes,
    container,
    checksum,
    problem: problem(),
    isPadded: text.length - coreLength === (4 - (coreLength % 4)) % 4,
    hasTrailingData: isWhole && (spareBits !== 0 || hasNonZero(bytes, hashEnd, zerosFrom)),
  };
}

/** The length of a base64 text without the equals signs at its end. */
export function lengthWithoutPadding(text: string): number {
  let length = text.length;
  while (length > 0 && text.charCodeAt(length - 1) === 0x3d) length--;
  return length;
}

function hasNonZero(bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    if (bytes[index] !== 0) return true;
  }
  return false;
}
