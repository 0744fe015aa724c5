/** What Excel leaves of a long number: `3.55684E+12`, with a comma in many countries; LibreOffice writes three digits of exponent. */
const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d{1,5}$/i;
/** Fewer digits of a rounded number fit too many serial numbers. */
const FEWEST_DIGITS = 3;
/** A spreadsheet keeps no more digits of a number. */
const KEPT_DIGITS = 15;
const THOUSANDS = /^\d{1,3}(?:[.,'’ \u00A0\u202F]\d{3})+$/;
const MILLIONS = /^\d{1,3}(?:([.,'’])\d{3})(?:\1\d{3})+$/;
const MONTHS = [
  'jan',
  'feb',
  'ma?r',
  'apr|avr',
  'ma[iy]',
  'jun|juin',
  'jul|juil',
  'aug|ao[uû]',
  'sep',
  'o[ck]t',
  'nov',
  'de[cz]',
].map((month) => new RegExp(`^(?:${month})`));

/** What a spreadsheet did to a value. */
export type SpreadsheetDamage = 'scientific' | 'lost-zeros' | 'rounded' | 'thousands' | 'date' | 'number';

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

/** What a spreadsheet did to `original` to make `value` of it; null where it cannot have, or where too much was lost to tell. */
export function damageBetween(value: string, original: string): SpreadsheetDamage | null {
  if (value === original) return null;
  if (lostZeros(value, original)) return 'lost-zeros';
  const before = numberOf(original);
  const after = numberOf(value);
  if (before !== null && after !== null && isRounding(after, before)) {
    if (SCIENTIFIC.test(value)) return 'scientific';
    if (THOUSANDS.test(value)) return 'thousands';
    return /^\d+$/.test(value) && before.digits.length > KEPT_DIGITS ? 'rounded' : 'number';
  }
  return isSameDate(value, original) ? 'date' : null;
}

/** What a value looks as if a spreadsheet had done to it, where nothing tells what it was; null for most. */
export function suspectedDamage(value: string): SpreadsheetDamage | null {
  if (isScientific(value)) return 'scientific';
  if (MILLIONS.test(value)) return 'thousands';
  if (/^[1-9]\d{14}0{2,}$/.test(value)) return 'rounded';
  return isDate(value) ? 'date' : null;
}

/** How a spreadsheet is told that a cell is text: `="0012"`, or an apostrophe in front. */
export type TextMark = 'formula' | 'apostrophe';

/** The text behind such a mark; null where there is none. */
export function withoutTextMark(value: string): { readonly text: string; readonly mark: TextMark } | null {
  const formula = /^=\s*"(.*)"$/s.exec(value)?.[1];
  if (formula !== undefined) return { text: formula.replaceAll('""', '"').trim(), mark: 'formula' };
  const marked = /^['’`´](.+?)['’`´]?$/s.exec(value)?.[1];
  return marked === undefined ? null : { text: marked.trim(), mark: 'apostrophe' };
}

/** A number as 0.DIGITS times ten to `exponent`, without zeros in front or behind. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** A text read as a spreadsheet reads it; null for one that it keeps as text. */
function numberOf(text: string): Decimal | null {
  const plain = THOUSANDS.test(text) ? text.replace(/\D/g, '') : text;
  const parts = /^\+?(\d+)(?:[.,](\d+))?(?:E\+?(\d{1,5}))?$/i.exec(plain);
  if (parts === null) return null;
  const [, whole = '', fraction = '', power = '0'] = parts;
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  return {
    digits: digits.replace(/0+$/, ''),
    exponent: digits === '' ? 0 : whole.length - (all.length - digits.length) + Number(power),
  };
}

/** Whether a number is another one with fewer digits, rounded or cut; or the very same. */
function isRounding(after: Decimal, before: Decimal): boolean {
  if (after.digits === before.digits) return after.exponent === before.exponent;
  const kept = after.digits.length;
  if (kept < FEWEST_DIGITS || kept >= before.digits.length || kept > KEPT_DIGITS) return false;
  const cut = before.digits.slice(0, kept);
  if (after.exponent === before.exponent && after.digits === cut.replace(/0+$/, '')) return true;
  if (!/[5-9]/.test(before.digits.charAt(kept))) return false;
  const up = (BigInt(cut) + 1n).toString();
  return after.exponent === before.exponent + up.length - kept && after.digits === up.replace(/0+$/, '');
}

/** Whether a date or a time of day is made of exactly the numbers of the other text, such as `03.04.2026` of `3-4`. */
function isSameDate(value: string, original: string): boolean {
  if (!isDate(value)) return false;
  const before = dateParts(original);
  const after = dateParts(value);
  if (before === null || after === null || before.length < 2) return false;
  return before.every((part) => {
    const index = after.findIndex((other) => other === part || (part < 100 && other % 100 === part && other > 1_900));
    if (index >= 0) after.splice(index, 1);
    return index >= 0;
  });
}

function isDate(value: string): boolean {
  return (
    /^\d{1,2}([./-])\d{1,2}\1\d{4}$/.test(value) ||
    /^\d{4}([./-])\d{1,2}\1\d{1,2}$/.test(value) ||
    /^\d{1,2}:\d{2}:\d{2}$/.test(value) ||
    (/^(?:\d{1,2}[-. ]+\p{Letter}{3,5}\.?|\p{Letter}{3,5}\.?[- ]\d{1,4}|\d{1,2}[-. ]+\p{Letter}{3,5}\.?[- ]\d{2,4})$/u.test(
      value,
    ) &&
      dateParts(value) !== null)
  );
}

/** The numbers of a date, its month among them; null where a word is no month. */
function dateParts(text: string): number[] | null {
  const parts = text.toLowerCase().match(/\d+|\p{Letter}+/gu) ?? [];
  const numbers = parts.map((part) => (/^\d/.test(part) ? Number(part) : monthOf(part)));
  return numbers.length > 0 && numbers.length <= 3 && numbers.every((part) => part > 0 || part === 0) ? numbers : null;
}

function monthOf(word: string): number {
  const index = MONTHS.findIndex((month) => month.test(word));
  return index < 0 ? -1 : index + 1;
}
