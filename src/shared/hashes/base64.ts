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
  /** Every byte from this index on is zero. */
  readonly zerosFrom: number;
  /** Index of the first character that is not base64, or -1. */
  readonly badAt: number;
  /** The bits left over after the last whole byte; an honest encoder leaves 0. */
  readonly spareBits: number;
}

/** Decodes the characters before `end`. A platform may give a faster one; it has to be exactly as strict. */
export type DecodeBase64 = (text: string, end: number) => DecodedBase64;

/** Longest first: a hash ends in a long run of zero bits, and comparing a run is far cheaper than decoding it. */
const ZERO_RUNS = [1024, 256, 64].map((length) => 'A'.repeat(length));

function valueAt(text: string, index: number): number {
  return VALUES[text.charCodeAt(index)] ?? INVALID;
}

/** Decodes the base64 characters of `text` before `end`. Padding is the caller's business: leave it out of `end`. */
export function decodeBase64(text: string, end: number = text.length): DecodedBase64 {
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  const contentEnd = endOfContent(text, end);
  let index = decodeGroups(text, contentEnd, bytes);
  // Behind the content stand only zero bits, and the bytes for them are zero already.
  if (index === contentEnd) index = end - (end % 4);
  let written = (index / 4) * 3;
  let bits = 0;
  let bitCount = 0;
  for (; index < end; index++) {
    const value = valueAt(text, index);
    if (value === INVALID) return { bytes: bytes.subarray(0, written), zerosFrom: written, badAt: index, spareBits: 0 };
    bits = (bits << 6) | value;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[written++] = bits >> bitCount;
      bits &= (1 << bitCount) - 1;
    }
  }
  const zerosFrom = Math.min(bytes.length, (contentEnd / 4) * 3);
  return { bytes, zerosFrom, badAt: -1, spareBits: bits };
}

/** Decodes whole groups of four characters; returns the index of the first group that is not one. */
function decodeGroups(text: string, end: number, bytes: Uint8Array): number {
  let written = 0;
  for (let index = 0; ; index += 4) {
    if (index + 4 > end) return index;
    const a = valueAt(text, index);
    const b = valueAt(text, index + 1);
    const c = valueAt(text, index + 2);
    const d = valueAt(text, index + 3);
    if ((a | b | c | d) >= INVALID) return index;
    bytes[written++] = (a << 2) | (b >> 4);
    bytes[written++] = (b << 4) | (c >> 2);
    bytes[written++] = (c << 6) | d;
  }
}

/** Where the last group ends that holds more than zero bits, at most `end`. */
export function endOfContent(text: string, end: number): number {
  return Math.min(end, Math.ceil(startOfZeroRun(text, end) / 4) * 4);
}

/** The bits that a last group of two or three characters holds beyond its whole bytes. */
export function spareBitsOf(text: string, end: number): number {
  const characters = end % 4;
  const mask = characters === 2 ? 0b1111 : characters === 3 ? 0b11 : 0;
  return valueAt(text, end - 1) & mask;
}

function startOfZeroRun(text: string, end: number): number {
  let start = end;
  for (const run of ZERO_RUNS) {
    while (start >= run.length && text.substring(start - run.length, start) === run) start -= run.length;
  }
  return start;
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
