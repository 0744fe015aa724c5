/**
 * Strict standard base64 (RFC 4648 §4). The platform's own decoders skip what they do not know, and a damaged
 * hardware hash must be refused with the position of the damage.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const INVALID = 64;

/** One entry for every UTF-16 code unit, so that a lookup can never miss. */
const VALUES = new Uint8Array(0x10000).fill(INVALID);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

export interface DecodedBase64 {
  /** What the characters before the first bad one hold; a last group that is too short for a byte adds nothing. */
  readonly bytes: Uint8Array;
  /** Index of the first character that is not base64, or -1. */
  readonly badAt: number;
  /** The bits left over after the last whole byte; an honest encoder leaves 0. */
  readonly spareBits: number;
}

function valueAt(text: string, index: number): number {
  return VALUES[text.charCodeAt(index)] ?? INVALID;
}

/** Decodes the base64 characters of `text` before `end`. Padding is the caller's business: leave it out of `end`. */
export function decodeBase64(text: string, end: number = text.length): DecodedBase64 {
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let index = 0;
  let written = 0;
  for (; index + 4 <= end; index += 4) {
    const a = valueAt(text, index);
    const b = valueAt(text, index + 1);
    const c = valueAt(text, index + 2);
    const d = valueAt(text, index + 3);
    if ((a | b | c | d) >= INVALID) break;
    bytes[written++] = (a << 2) | (b >> 4);
    bytes[written++] = (b << 4) | (c >> 2);
    bytes[written++] = (c << 6) | d;
  }
  let bits = 0;
  let bitCount = 0;
  for (; index < end; index++) {
    const value = valueAt(text, index);
    if (value === INVALID) return { bytes: bytes.subarray(0, written), badAt: index, spareBits: 0 };
    bits = (bits << 6) | value;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[written++] = bits >> bitCount;
      bits &= (1 << bitCount) - 1;
    }
  }
  return { bytes, badAt: -1, spareBits: bits };
}

/** Encodes bytes as base64, padded. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63);
    text += index + 1 < bytes.length ? ALPHABET.charAt((group >> 6) & 63) : '=';
    text += index + 2 < bytes.length ? ALPHABET.charAt(group & 63) : '=';
  }
  return text;
}
