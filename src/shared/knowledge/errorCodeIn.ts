/**
 * A code of 32 bits, in each way in which it is written; it stands by itself:
 * - `0x` and eight hexadecimal digits;
 * - eight without it, where the first says “failure”, and one is a figure: no word of eight letters is a code, and no part of a GUID;
 * - a negative number, as PowerShell and reports print it; or a positive one of ten figures, as event logs do.
 */
const WRITTEN =
  /(?<![0-9a-z])0x([0-9a-f]{8})(?![0-9a-z])|(?<![0-9a-z-])(?=[a-f]*\d)([89a-f][0-9a-f]{7})(?![0-9a-z]|-[0-9a-z])|(?<![0-9a-z-])(-\d{9,10}|\d{10})(?![0-9a-z])/gi;

const TWO_TO_THE_32 = 2 ** 32;
/** Of a failure the first bit is set: as a signed number it is negative, as an unsigned one at least this. */
const FIRST_FAILURE = 2 ** 31;

/** The error codes that a text holds, in lower case with 0x, as Windows prints them; each once, in the order of the text. */
export function errorCodesIn(text: string): string[] {
  const codes = [...text.matchAll(WRITTEN)].flatMap(([, prefixed, bare, decimal]) => {
    const hexadecimal = prefixed ?? bare;
    if (hexadecimal !== undefined) return [`0x${hexadecimal.toLowerCase()}`];
    const value = Number(decimal);
    const unsigned = value < 0 ? value + TWO_TO_THE_32 : value;
    return unsigned >= FIRST_FAILURE && unsigned < TWO_TO_THE_32 ? [`0x${unsigned.toString(16)}`] : [];
  });
  return [...new Set(codes)];
}

/** The first error code that a text holds: `Failed: 0x800705b4`, `80070774`, `-2147023436`, `2147943860`. Null where it holds none. */
export function errorCodeIn(text: string): string | null {
  return errorCodesIn(text)[0] ?? null;
}

/** The text without its error codes. */
export function withoutErrorCodes(text: string): string {
  return text.replaceAll(WRITTEN, ' ');
}

/** A code in the other ways in which it is written. @param code lower case with 0x */
export function numbersOf(code: string): { readonly signed: number; readonly unsigned: number } {
  const unsigned = Number(code);
  return { signed: unsigned >= FIRST_FAILURE ? unsigned - TWO_TO_THE_32 : unsigned, unsigned };
}
