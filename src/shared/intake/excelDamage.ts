/** What Excel leaves of a long number: `3.55684E+12`, with a comma in many countries. */
const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d{1,3}$/i;

/** Whether a value is a number as Excel shows long ones. A serial number that only looks so is told by its hash. */
export function isScientific(value: string): boolean {
  return SCIENTIFIC.test(value) && (/[.,]/.test(value) || value.includes('+'));
}

/** Whether `value` is what Excel leaves of `original`: the same digits without the zeros in front. */
export function lostZeros(value: string, original: string): boolean {
  return original !== value && original.startsWith('0') && original.replace(/^0+/, '') === value;
}

/** How many characters are left of a cell by Excel, by its CSV import, and by forms in front of it. */
export function isCutByExcel(characters: number): boolean {
  return characters === 255 || characters === 1_024 || characters === 32_767;
}
