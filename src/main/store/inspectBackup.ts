import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { BackupContents } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/outcome/appError.ts';
import { readManifest } from './backupFolder.ts';
import { databaseProblem } from './databaseProblem.ts';
import { sha256Of } from './durableFile.ts';
import { isTime } from './isTime.ts';
import { DatabaseFromFutureError, migrations } from './migrate.ts';
import { isQueue, queueIdOf } from './queueIdentity.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';

const PLAIN = Buffer.from('SQLite format 3\0', 'latin1');

const summary = z.object({ devices: z.number(), newestChangeAt: z.string().nullable() });
const problemRow = z.object({ quick_check: z.string() });
const integrityRow = z.object({ integrity_check: z.string() });
const danglingRow = z.object({ table: z.string(), parent: z.string() });

/** How many problems of a damaged database are told: the first ones say which tables. */
const MOST_PROBLEMS = 20;

/** What SQLite finds wrong with a database when it walks through all of its pages; empty where all is well. */
export function quickCheck(database: SqliteDatabase): readonly string[] {
  const rows = z.array(problemRow).parse(database.pragma(`quick_check(${MOST_PROBLEMS})`));
  return rows.map((row) => row.quick_check).filter((problem) => problem !== 'ok');
}

/** What SQLite finds wrong when it compares all rows with their indexes and with the rows that they name; empty where all is well. */
export function fullCheck(database: SqliteDatabase): readonly string[] {
  const rows = z.array(integrityRow).parse(database.pragma(`integrity_check(${MOST_PROBLEMS})`));
  const problems = rows.map((row) => row.integrity_check).filter((problem) => problem !== 'ok');
  const dangling = z.array(danglingRow).parse(database.pragma('foreign_key_check'));
  return [
    ...problems,
    ...dangling
      .slice(0, MOST_PROBLEMS)
      .map(({ table, parent }) => `a row of ${table} names one of ${parent} that is not there`),
  ];
}

/** Whether a database file is not encrypted, by how it begins. Never to be asked of a file that this process has open. */
export function isPlainFile(file: string): boolean {
  const start = Buffer.alloc(PLAIN.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  return start.equals(PLAIN);
}

/** What an open queue holds. */
export function contentsOf(database: SqliteDatabase, isEncrypted: boolean): BackupContents {
  const row = database
    .prepare(
      `SELECT (SELECT count(*) FROM device WHERE removed_at IS NULL) AS devices,
              (SELECT max(at) FROM (SELECT max(updated_at) AS at FROM device WHERE ${isTime('updated_at')}
                 UNION ALL SELECT max(at) FROM audit_event WHERE ${isTime('at')})) AS newestChangeAt`,
    )
    .get();
  return {
    ...summary.parse(row),
    queueId: queueIdOf(database),
    format: z.number().parse(database.pragma('user_version', { simple: true })),
    isEncrypted,
  };
}

/**
 * Opens a copy of the queue, checks all of it, and tells what it holds. Whatever lies beside it is left as it was.
 * @param key of the queue; a plain copy opens without one
 * @throws AppError `not-found`, `damaged`, `not-a-queue` or `database`, where it cannot be restored
 */
export function inspectBackup(file: string, key: DatabaseKey | null): BackupContents {
  if (!existsSync(file)) {
    throw new AppError('not-found', `There is no file ${file}.`, {
      remedy: '“reseal backup list” shows the backups of the data folder.',
    });
  }
  const manifest = readManifest(file);
  if (manifest !== null && manifest.sha256 !== sha256Of(file)) throw damagedBackup(file);
  const isPlain = isPlainFile(file);
  if (!isPlain && key === null) {
    throw new AppError('not-a-queue', `${file} is encrypted, or no backup of Reseal: it does not open without a key.`, {
      remedy: 'Choose another backup, or give the key of its queue.',
    });
  }
  if (!isPlain && typeof manifest?.keyId === 'string' && manifest.keyId !== key?.id)
    throw otherKey(file, manifest.keyId);
  try {
    return readContents(file, isPlain ? null : key);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const problem = databaseProblem(cause);
    if (problem === null) throw cause;
    throw problem.code === 'damaged' ? damagedBackup(file, cause) : problem;
  }
}

function readContents(file: string, key: DatabaseKey | null): BackupContents {
  const besides = [`${file}-wal`, `${file}-shm`].filter((name) => !existsSync(name));
  const database = openSqlite(file, { key, readonly: true });
  try {
    if (!isQueue(database)) {
      throw new AppError('not-a-queue', `${file} is no queue of Reseal.`, { remedy: 'Choose a backup of Reseal.' });
    }
    const known = migrations.at(-1)?.version ?? 0;
    const contents = contentsOf(database, key !== null);
    if (contents.format > known) throw new DatabaseFromFutureError(contents.format, known);
    if (quickCheck(database).length > 0) throw damagedBackup(file);
    return contents;
  } finally {
    database.close();
    for (const name of besides) rmSync(name, { force: true });
  }
}

function otherKey(file: string, keyId: string): AppError {
  return new AppError('not-a-queue', `The backup ${file} opens with the key ${keyId}, which is not the key here.`, {
    remedy: `Copy it into an empty folder as reseal.db, and enter the recovery key from the paper ${keyId} there, on Reseal’s page or with “reseal key enter --data-dir FOLDER”.`,
  });
}

function damagedBackup(file: string, cause?: unknown): AppError {
  return new AppError('damaged', `The backup ${file} is damaged, or opens with another key.`, {
    remedy: 'Choose another backup: “reseal backup list” shows them.',
    cause,
  });
}
