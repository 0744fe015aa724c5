import { fieldByWord, intakeColumnOf } from './columnHeadings.ts';
import { looksLikeHash } from './hashText.ts';
import type { MappedField } from './vocabulary.ts';

/** No list of devices has more; a person could not say what they hold either. */
export const MOST_COLUMNS = 200;

/** What the columns of an unknown layout most likely hold: by their names, else by what stands in them. */
export function guessColumns(header: readonly string[] | null, rows: readonly (readonly string[])[]): MappedField[] {
  const width = Math.max(header?.length ?? 0, ...rows.map((fields) => fields.length));
  const guess: MappedField[] = Array.from({ length: width }, () => 'ignore');
  if (width > MOST_COLUMNS) return guess;
  const claim = (field: MappedField, index: number): void => {
    if (index >= 0 && guess[index] === 'ignore' && !guess.includes(field)) guess[index] = field;
  };
  const values = (index: number): string[] => rows.map((fields) => (fields[index] ?? '').trim()).filter(Boolean);
  const columnWhere = (test: (value: string) => boolean): number =>
    guess.findIndex((field, index) => {
      const column = values(index);
      return field === 'ignore' && column.length > 0 && column.filter(test).length * 2 > column.length;
    });

  // A hash is what it is, whatever the header calls it.
  claim('hardwareHash', columnWhere(looksLikeHash));
  for (const [index, name] of (header ?? []).entries()) {
    const column = intakeColumnOf(name) ?? fieldByWord(name);
    if (column !== null && column !== 'deviceLink' && column !== 'hardwareHash') claim(column, index);
  }
  claim(
    'assignedUser',
    columnWhere((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
  );
  claim(
    'productKeyId',
    columnWhere((value) => /^\d{13}$/.test(value)),
  );
  const serials = columnWhere((value) => /^(?=.*\d)[A-Z0-9-]{5,30}$/i.test(value));
  if (areDistinct(values(serials))) claim('serialNumber', serials);
  return guess;
}

/** A serial number is another one in every row. */
function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
