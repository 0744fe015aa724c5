import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import { addMigrationFunctions } from './migrationFunctions.ts';
import type { Migration } from './migrations/migration.ts';
import { openSqlite } from './sqlite.ts';

const records = z.array(z.object({ version: z.number(), checksum: z.string() }));

/** By which a step is known again: another text would have made another format. */
export function checksumOf({ up }: Migration): string {
  return createHash('sha256').update(up).digest('hex');
}

/**
 * Refuses a database that was made by other steps than this program has under the same numbers. A database from before
 * steps were recorded is compared with what those steps would have made.
 * @param steps those that the database has behind it, by its own number
 * @throws AppError `database`
 */
export function refuseOtherFormat(database: Database, steps: readonly Migration[]): void {
  const recorded = recordedSteps(database);
  const isSame =
    recorded === null
      ? steps.length === 0 || shapeOf(database) === shapeMadeBy(steps)
      : steps.every((step) => recorded.get(step.version) === checksumOf(step));
  if (isSame) return;
  throw new AppError('database', 'This queue was made by another build of Reseal, with a format of its own.', {
    remedy: 'Open it with the Reseal that made it, or choose another data folder with --data-dir.',
  });
}

/** False for a database of before steps were recorded, and for an empty one. */
export function isRecorded(database: Database): boolean {
  return recordedSteps(database) !== null;
}

/** Belongs into the transaction of the steps, after them. */
export function recordSteps(database: Database, steps: readonly Migration[]): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS migration (
      version       INTEGER PRIMARY KEY,
      name          TEXT NOT NULL,
      checksum      TEXT NOT NULL
    ) STRICT`);
  const insert = database.prepare('INSERT OR IGNORE INTO migration (version, name, checksum) VALUES (?, ?, ?)');
  for (const step of steps) insert.run(step.version, step.name, checksumOf(step));
}

/** Checksums by version; null where none were ever kept. */
function recordedSteps(database: Database): ReadonlyMap<number, string> | null {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'");
  if (table.get() === undefined) return null;
  const rows = records.parse(database.prepare('SELECT version, checksum FROM migration').all());
  return new Map(rows.map(({ version, checksum }) => [version, checksum]));
}

/** Tables with their columns, and indexes: what statements and later steps rely on. */
function shapeOf(database: Database): string {
  const shape = database.prepare(`
    SELECT m.type, m.name, c.name AS column, c.type AS of, c."notnull" AS isNeeded
      FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) c ON m.type = 'table'
     WHERE m.type IN ('table', 'index') AND m.name NOT LIKE 'sqlite_%' ORDER BY m.type, m.name, c.name`);
  return JSON.stringify(shape.all());
}

function shapeMadeBy(steps: readonly Migration[]): string {
  const database = openSqlite(':memory:');
  try {
    addMigrationFunctions(database);
    for (const { up } of steps) database.exec(up);
    return shapeOf(database);
  } finally {
    database.close();
  }
}
