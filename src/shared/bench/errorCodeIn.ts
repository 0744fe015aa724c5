/** Eight hexadecimal digits, with or without 0x, that stand by themselves. */
const HEXADECIMAL = /(?<![0-9a-z])(?:0x)?([0-9a-f]{8})(?![0-9a-z])/i;
/** As PowerShell and event logs print an HRESULT: a negative number of 32 bits. */
const SIGNED = /(?<![0-9a-z-])-(\d{9,10})(?!\d)/i;
const TWO_TO_THE_32 = 2 ** 32;
const SMALLEST_SIGNED = 2 ** 31;

/**
 * The error code that a text holds, in lower case with 0x, as Windows prints it: `Failed: 0x800705b4`, `80070774`,
 * `-2147023436`. Null where it holds none.
 */
export function errorCodeIn(text: string): string | null {
  const hexadecimal = HEXADECIMAL.exec(text)?.[1];
  if (hexadecimal !== undefined) return `0x${hexadecimal.toLowerCase()}`;
  const size = Number(SIGNED.exec(text)?.[1] ?? 0);
  if (size === 0 || size > SMALLEST_SIGNED) return null;
  return `0x${(TWO_TO_THE_32 - size).toString(16).padStart(8, '0')}`;
}
