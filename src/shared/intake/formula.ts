/**
 * Whether a spreadsheet that opens a CSV computes the value instead of showing it. A tab or a line break in front counts as
 * well: it is taken off first.
 */
export function beginsFormula(value: string): boolean {
  return /^[\t\r\n]*[=+\-@]/.test(value);
}
