import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Store } from '../../src/main/store/store.ts';

const columnRow = z.object({ table: z.string(), column: z.string() });

/** Every text and blob column of the database, whatever its table, in whose values one of the texts stands. */
export function columnsWith({ database }: Pick<Store, 'database'>, texts: readonly string[]): readonly string[] {
  const columns = z.array(columnRow).parse(
    database
      .prepare(
        `SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c
          WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND c.type <> 'INTEGER'`,
      )
      .all(),
  );
  return columns
    .filter(({ table, column }) =>
      z
        .array(z.union([z.string(), z.instanceof(Uint8Array), z.number(), z.null()]))
        .parse(database.prepare(`SELECT "${column}" FROM "${table}"`).pluck().all())
        .some((value) => holds(value, texts)),
    )
    .map(({ table, column }) => `${table}.${column}`);
}

/** Every file of a folder, and of those below it, in whose bytes one of the texts stands. */
export function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && holds(readFileSync(join(entry.parentPath, entry.name)), texts))
    .map(({ name }) => name);
}

function holds(value: string | Uint8Array | number | null, texts: readonly string[]): boolean {
  if (value === null || typeof value === 'number') return false;
  const forms =
    typeof value === 'string'
      ? [value]
      : [Buffer.from(value).toString('latin1'), Buffer.from(value).toString('utf16le')];
  return forms.some((form) => texts.some((text) => form.toLowerCase().includes(text.toLowerCase())));
}
