import type { EncodingName } from './vocabulary.ts';

/** Text of two bytes a character, or of one. Files that tools of different kinds appended to hold both. */
export type Width = 'utf-16le' | 'utf-16be' | 'eight-bit';

/** Bytes that are text of one width. */
export interface EncodingRun {
  /** Behind the last byte. */
  readonly end: number;
  /** The width of what follows; null where it goes on in the same one. */
  readonly next: Width | null;
  /** Whether the run ends in the middle of a line, as where rows were appended to a file without a last line end. */
  readonly isMidLine: boolean;
}

const LINE_FEED = 0x0a;
const SAMPLE_BYTES = 64;
/** Fewer characters without a NUL may be text of another script in UTF-16. */
const SHORTEST_EIGHT_BIT = 16;
/** Names with accents stay above it; letters of other scripts in UTF-16 stay below. */
const PRINTABLE_SHARE = 0.9;
/** Of the bytes that are the high halves of Latin text in UTF-16, how many are NUL; names with accents stay above it. */
const NUL_SHARE = 0.7;

/** The width of an encoding. */
export function widthOf(encoding: EncodingName): Width {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'eight-bit';
}

/**
 * How far the text from `start`, where a line begins, goes on in the same width; at most to `limit`, and then to the end of a
 * line where there is one. Only line feeds and NULs are looked for, which a platform does natively.
 */
export function runFrom(bytes: Uint8Array, start: number, limit: number, width: Width): EncodingRun {
  return width === 'eight-bit' ? eightBitRun(bytes, start, limit) : wideRun(bytes, start, limit, width);
}

/** Whether the text from `start` is one byte a character: printable, and no NUL in its sample. */
export function isEightBit(bytes: Uint8Array, start: number, end: number): boolean {
  const stop = Math.min(end, start + SAMPLE_BYTES);
  let printable = 0;
  for (let index = start; index < stop; index++) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) return false;
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0d || byte === LINE_FEED || byte === 0x09) printable++;
  }
  return stop - start >= 4 && printable >= (stop - start) * PRINTABLE_SHARE;
}

/** Which UTF-16 the bytes are, by the NUL in every second one; null where they are none. */
export function wideByNuls(
  bytes: Uint8Array,
  start: number,
  end: number,
  leastPairs = 2,
): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor((end - start) / 2);
  if (pairs < leastPairs) return null;
  let even = 0;
  let odd = 0;
  for (let index = start; index < start + pairs * 2; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  if (odd > pairs * NUL_SHARE && even < pairs * (1 - NUL_SHARE)) return 'utf-16le';
  if (even > pairs * NUL_SHARE && odd < pairs * (1 - NUL_SHARE)) return 'utf-16be';
  return null;
}

/** How many bytes of a byte-order mark stand at `start`. */
export function markBytes(bytes: Uint8Array, start: number): number {
  const [first, second, third] = [bytes[start], bytes[start + 1], bytes[start + 2]];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 2;
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

function wideRun(bytes: Uint8Array, start: number, limit: number, width: 'utf-16le' | 'utf-16be'): EncodingRun {
  const low = width === 'utf-16le' ? 0 : 1;
  let line = start;
  for (let from = start; ;) {
    const feed = indexWithin(bytes, LINE_FEED, from, limit);
    const isPastLimit = feed < 0;
    if (!isPastLimit && (feed - line) % 2 === low && bytes[low === 0 ? feed + 1 : feed - 1] === 0) {
      line = low === 0 ? feed + 2 : feed + 1;
      from = line;
      continue;
    }
    const other = eightBitStart(bytes, line, from, isPastLimit ? limit : feed);
    if (other !== null) return { end: other, next: 'eight-bit', isMidLine: other > line };
    if (!isPastLimit) from = feed + 1;
    else if (limit >= bytes.length) return { end: bytes.length, next: null, isMidLine: false };
    else
      return { end: line > start ? line : start + 2 * Math.floor((limit - start) / 2), next: null, isMidLine: false };
  }
}

/**
 * Where in a line of UTF-16 text of one byte a character begins: at once, or behind the last NUL; null where nowhere. What stands
 * before `from` was looked at already.
 */
function eightBitStart(bytes: Uint8Array, line: number, from: number, stop: number): number | null {
  if (from === line) {
    // A short line is judged with what follows it.
    const end = stop - line < SHORTEST_EIGHT_BIT ? Math.min(bytes.length, line + SAMPLE_BYTES) : stop;
    if (isEightBit(bytes, line, end)) return line;
  }
  if (stop - from <= SHORTEST_EIGHT_BIT) return null;
  const behind = bytes.subarray(from, stop).lastIndexOf(0) + 1 + from;
  return behind > from && stop - behind >= SHORTEST_EIGHT_BIT && isEightBit(bytes, behind, stop) ? behind : null;
}

function eightBitRun(bytes: Uint8Array, start: number, limit: number): EncodingRun {
  for (let from = start; ;) {
    const nul = indexWithin(bytes, 0, from, limit);
    if (nul < 0) break;
    const line = bytes.subarray(from, nul).lastIndexOf(LINE_FEED) + 1 + from;
    const text = line + markBytes(bytes, line);
    const atLine = wideByNuls(bytes, text, Math.min(bytes.length, text + SAMPLE_BYTES));
    if (atLine !== null && line > start) return { end: line, next: atLine, isMidLine: false };
    const inLine = wideByNuls(bytes, nul - 1, Math.min(bytes.length, nul - 1 + SAMPLE_BYTES), SHORTEST_EIGHT_BIT);
    if (inLine === 'utf-16le' && nul - 1 > line) return { end: nul - 1, next: inLine, isMidLine: true };
    const feed = indexWithin(bytes, LINE_FEED, nul, limit);
    if (feed < 0) break;
    from = feed + 1;
  }
  if (limit >= bytes.length) return { end: bytes.length, next: null, isMidLine: false };
  const lastLine = bytes.subarray(start, limit).lastIndexOf(LINE_FEED) + 1 + start;
  return { end: lastLine > start ? lastLine : limit, next: null, isMidLine: false };
}

/** Where a byte stands first; -1 where nowhere before `limit`. Looks no further: the whole file would be read for each piece. */
function indexWithin(bytes: Uint8Array, byte: number, from: number, limit: number): number {
  const index = bytes.subarray(from, limit).indexOf(byte);
  return index < 0 ? -1 : from + index;
}
