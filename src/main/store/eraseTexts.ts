import { z } from 'zod';
import { wholeName } from '../../shared/audit/pseudonym.ts';
import type { PersonalTable } from './personalColumns.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** What stands in a text in place of what was erased. It needs no escape in JSON. */
export const ERASED = '(erased)';

/** Rows to look into; all of them where nothing is said. */
interface OfDevice {
  readonly deviceId: string;
}

/** How many rows of a table hold one of the names. */
export function countTexts(
  database: SqliteDatabase,
  { table, columns }: PersonalTable,
  names: readonly string[],
): number {
  const finder = finderOf(names);
  if (finder === null) return 0;
  defineErased(database, finder);
  const holds = columns.map((column) => holdsOf(column, names)).join(' OR ');
  return z.number().parse(database.prepare(`SELECT count(*) FROM ${table} WHERE ${holds}`).pluck().get(finder.values));
}

/** Takes names out of the texts of a table, also where they stand in JSON. Belongs in a transaction. */
export function eraseTexts(
  database: SqliteDatabase,
  { table, columns }: PersonalTable,
  names: readonly string[],
  of: OfDevice | null = null,
): void {
  const finder = finderOf(names);
  if (finder === null) return;
  defineErased(database, finder);
  const among = of === null ? '' : `AND ${table === 'device' ? 'id' : 'device_id'} = @deviceId`;
  for (const column of columns) {
    // Two rules for two erased group tags would be one rule.
    database
      .prepare(
        `UPDATE OR REPLACE ${table} SET ${column} = erased_text(${column}) WHERE (${holdsOf(column, names)}) ${among}`,
      )
      .run({ ...finder.values, ...of });
  }
}

interface Finder {
  readonly patterns: readonly RegExp[];
  readonly values: Readonly<Record<string, string>>;
}

/** A name as it is, and as it stands within JSON. */
const formsOf = (name: string): readonly string[] => [...new Set([name, JSON.stringify(name).slice(1, -1)])];

function finderOf(names: readonly string[]): Finder | null {
  const forms = names.flatMap(formsOf);
  if (forms.length === 0) return null;
  return {
    patterns: forms.map(wholeName),
    values: Object.fromEntries(names.flatMap(formsOf).map((form, number) => [`name${number}`, lowerAscii(form)])),
  };
}

/** SQLite's own search goes first: it is a hundred times as fast, and sees no capital letter beyond ASCII. */
function holdsOf(column: string, names: readonly string[]): string {
  const forms = names.flatMap(formsOf);
  const isAscii = forms.every((form) => /^[\x20-\x7e]*$/.test(form));
  const seen = isAscii ? forms.map((_, number) => `instr(lower(${column}), @name${number})`).join(' OR ') : 'TRUE';
  return `(${seen}) AND erased_text(${column}) <> ${column}`;
}

function defineErased(database: SqliteDatabase, { patterns }: Finder): void {
  database.function('erased_text', { deterministic: true, directOnly: true }, (text: unknown) =>
    typeof text === 'string' ? patterns.reduce((left, pattern) => left.replaceAll(pattern, ERASED), text) : text,
  );
}

const lowerAscii = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
