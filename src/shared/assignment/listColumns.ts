import { columnKey, fieldByWord, intakeColumnOf } from '../intake/columnHeadings.ts';
import type { Layout } from '../intake/detectLayout.ts';
import type { IntakeColumn } from '../intake/vocabulary.ts';

/** Names that say in a list of changes what a device is to be called; in a list of hashes they say what it is called today. */
const DEVICE_NAMES = new Set(['devicename', 'computername', 'hostname', 'newname', 'newdevicename']);

const SERIAL = /^(?=.*\d)[A-Z0-9-]{4,30}$/i;

/** How a list is read. */
export interface ListLayout {
  readonly delimiter: ',' | ';' | '\t' | null;
  readonly columns: readonly IntakeColumn[];
  /** The headings as they stand; null where the list has none. */
  readonly header: readonly string[] | null;
  /** Lines up to this one are title and headings. */
  readonly headerLine: number;
}

/**
 * What the columns of a list of devices hold, by the headings that intake knows and by what stands in them; null where no column
 * names devices, or the text is no list.
 * @param layout what intake takes the text for
 * @param rows the first rows as values
 */
export function listLayoutOf(
  layout: Layout,
  rows: (delimiter: ListLayout['delimiter']) => readonly (readonly string[])[],
): ListLayout | null {
  if (layout.kind !== 'table') return null;
  const { delimiter, header, headerLine } = layout;
  const columns = [...layout.columns];
  for (const [index, name] of (header ?? []).entries()) {
    const column = columnOfHeading(name);
    if (columns[index] === 'ignore' && column !== null && !columns.includes(column)) columns[index] = column;
  }
  if (!columns.includes('serialNumber') && !columns.includes('productKeyId')) {
    const found = columns.findIndex((column, index) => {
      if (column !== 'ignore') return false;
      const values = rows(delimiter).map((fields) => (fields[index] ?? '').trim());
      const filled = values.filter((value) => value !== '');
      return filled.length > 0 && filled.filter((value) => SERIAL.test(value)).length * 2 > filled.length;
    });
    if (found < 0) return null;
    columns[found] = 'serialNumber';
  }
  return { delimiter, columns, header, headerLine };
}

function columnOfHeading(name: string): IntakeColumn | null {
  if (DEVICE_NAMES.has(columnKey(name))) return 'deviceName';
  return intakeColumnOf(name) ?? fieldByWord(name);
}
