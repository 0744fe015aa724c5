import { intakeColumnOf } from './columnHeadings.ts';
import { looksLikeHash } from './hashText.ts';
import type { SourceLine } from './lineSplitter.ts';
import type { SourceRecord } from './recordReader.ts';
import type { IntakeColumn } from './vocabulary.ts';

/** One object of a list, as a record with the columns that its own names say. */
export interface PropertyRecord {
  readonly record: SourceRecord;
  readonly columns: readonly IntakeColumn[];
}

/** `Serial Number : X` as PowerShell's Format-List writes it, `SerialNumber=X` as wmic does. */
const PROPERTY = /^[\s\uFEFF]*([\p{Letter}\p{Number}_][^:=]{0,59}?)\s*[:=]\s?(.*)$/u;

interface Property {
  readonly name: string;
  readonly column: IntakeColumn | null;
  readonly value: string;
}

function propertyOf(text: string): Property | null {
  const [, name, value] = PROPERTY.exec(text) ?? [];
  return name === undefined || value === undefined ? null : { name, column: intakeColumnOf(name), value };
}

/** Whether the lines are a list of `name : value` in which a hash and at least one more value of a device stand. */
export function isPropertyList(lines: readonly SourceLine[]): boolean {
  const columns = new Set<IntakeColumn>();
  for (const [index, { text }] of lines.entries()) {
    const property = propertyOf(text);
    if (property === null || property.column === null) continue;
    const isHash = looksLikeHash(`${property.value}${lines[index + 1]?.text ?? ''}`);
    if (property.column !== 'hardwareHash' || isHash) columns.add(property.column);
  }
  return columns.has('hardwareHash') && columns.size >= 2;
}

/**
 * Reads a list of `name : value`. A line without a name goes on with the value above it, as in a wrapped hash. A name that comes
 * again, or a blank line behind the hash, begins the next object.
 */
export function readPropertyList(lines: readonly SourceLine[]): PropertyRecord[] {
  const objects: { line: number; values: Map<IntakeColumn, string> }[] = [];
  let last: IntakeColumn | null = null;
  let lineBefore = 0;
  for (const { line, text } of lines) {
    const property = propertyOf(text);
    const current = objects.at(-1);
    const column = property?.column ?? null;
    const isBlankBetween = line > lineBefore + 1;
    lineBefore = line;
    if (property === null || (column === null && last === 'hardwareHash' && /^\s*[\w+/]+={0,2}\s*$/.test(text))) {
      if (current !== undefined && last !== null && !isBlankBetween) {
        current.values.set(
          last,
          `${current.values.get(last) ?? ''}${last === 'hardwareHash' ? '' : ' '}${text.trim()}`,
        );
      }
      continue;
    }
    last = column;
    if (column === null || column === 'ignore') continue;
    const isNext =
      current === undefined || current.values.has(column) || (isBlankBetween && current.values.has('hardwareHash'));
    if (isNext) objects.push({ line, values: new Map([[column, property.value.trim()]]) });
    else current.values.set(column, property.value.trim());
  }
  return objects.map(({ line, values }) => ({
    record: { line, fields: [...values.values()], problem: 'none', characters: 0 },
    columns: [...values.keys()],
  }));
}
