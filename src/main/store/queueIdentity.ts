import { existsSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';
import { opensWith } from './sqliteRekey.ts';
import { storedJson } from './storedJson.ts';

/** “RSL1”: what stands in the header of every queue since format 32. */
export const APPLICATION_ID = 0x52534c31;

/** Tables of the first format, by which a queue of before that is known. */
const FIRST_TABLES = ['setting', 'tenant', 'device', 'hash_capture'];

/** The setting by which a queue is known. */
export const QUEUE_ID = 'queueId';

/** How often a file is looked at while other processes are just making it. */
const LOOKS = 5;

const counted = z.object({ n: z.number() });
const setting = z.object({ value: storedJson(z.string()) });

/** Which queue a database is, the same in all its copies; null for one of before queues had a name, or whose name cannot be read. */
export function queueIdOf(database: SqliteDatabase): string | null {
  const row = database.prepare(`SELECT value FROM setting WHERE name = '${QUEUE_ID}'`).get();
  return row === undefined ? null : (setting.safeParse(row).data?.value ?? null);
}

/** Whether a database is a queue of Reseal, of whatever format. One without any table is none. */
export function isQueue(database: SqliteDatabase): boolean {
  const id = database.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return true;
  if (id !== 0) return false;
  const tables = database.prepare(
    `SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table' AND name IN (SELECT value FROM json_each(?))`,
  );
  return counted.parse(tables.get(JSON.stringify(FIRST_TABLES))).n === FIRST_TABLES.length;
}

/**
 * Refuses a file that other programs made, and leaves it as it is: it is looked at through a connection that cannot write. A
 * database without any table is a queue that was about to be made.
 * @throws AppError `not-a-queue`
 */
export function refuseForeignFile(file: string, key: DatabaseKey | null): void {
  const besides = [`${file}-wal`, `${file}-shm`].filter((name) => !existsSync(name));
  if (!isForeign(file, key)) return;
  // A connection that only reads makes these two and leaves them behind; with a line in it, the log is somebody's.
  for (const name of besides) if (name.endsWith('-shm') || sizeOf(name) === 0) rmSync(name, { force: true });
  throw new AppError('not-a-queue', `${file} is a database of another program; Reseal has left it as it is.`, {
    remedy: 'Move it elsewhere, or choose another data folder with --data-dir.',
  });
}

function isForeign(file: string, key: DatabaseKey | null, triesLeft = LOOKS): boolean {
  try {
    const database = openSqlite(file, { key, readonly: true });
    try {
      const tables = counted.parse(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).n;
      return (tables > 0 || database.pragma('application_id', { simple: true }) !== 0) && !isQueue(database);
    } finally {
      database.close();
    }
  } catch (error) {
    if (triesLeft === 0 || !needsRollBack(error)) throw error;
    // A killed process left a write half done, or another is writing: who only reads can neither undo it nor wait for it.
    opensWith(file, key);
    return isForeign(file, key, triesLeft - 1);
  }
}

function needsRollBack(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK';
}

/** In bytes; 0 where there is no such file. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
