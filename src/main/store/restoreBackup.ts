import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/outcome/appError.ts';
import { databaseProblem } from './databaseProblem.ts';
import { flush, flushFolder, keepPrivate, moveInPlace, removeDatabase } from './durableFile.ts';
import { inspectBackup, isPlainFile } from './inspectBackup.ts';
import { textOfReason } from './jobRow.ts';
import { recordAct } from './recordAct.ts';
import { canEncrypt, openSqlite, rawKey, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';

const QUEUE = 'reseal.db';
/** A backup that is whole, checked and decided on: nothing is left to do but to give it its place. */
const RESTORED = 'reseal.db.restored';
const HALF = 'reseal.db.restoring';

export interface RestoreOptions {
  readonly dataFolder: string;
  /** The copy that takes the place of the queue. */
  readonly file: string;
  readonly key: DatabaseKey | null;
  readonly now: Date;
  /** Initials for the audit log. */
  readonly who: string;
}

/**
 * Puts a backup in the place of the queue, which is closed in this process. What was there moves to a folder beside it, whole. A
 * kill at any point leaves the old or the new queue: the next opening finishes what was begun (`finishRestore`).
 * @returns the folder that holds what was replaced; null where nothing was there
 * @throws AppError where the backup cannot be restored, or another process has the queue open
 */
export function restoreBackup({ dataFolder, file, key, now, who }: RestoreOptions): string | null {
  finishRestore(dataFolder, now);
  inspectBackup(file, key);
  const half = join(dataFolder, HALF);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    removeDatabase(half);
    copyFileSync(file, half);
    keepPrivate(half);
    prepare(half, key, `The queue was restored from ${file}.`, now, who);
    flush(half);
    refuseWhileOpen(join(dataFolder, QUEUE), key);
  } catch (error) {
    removeDatabase(half);
    throw databaseProblem(error) ?? error;
  }
  moveInPlace(half, join(dataFolder, RESTORED));
  return finishRestore(dataFolder, now);
}

/**
 * Finishes a restore that was begun: moves what is in the place of the queue away, database and logs together, and the checked
 * backup there. Does nothing where none was begun.
 * @returns the folder that holds what was replaced; null where nothing was there
 */
export function finishRestore(dataFolder: string, now: Date): string | null {
  const restored = join(dataFolder, RESTORED);
  if (!existsSync(restored)) return null;
  const replaced = putAside(dataFolder, now);
  moveInPlace(restored, join(dataFolder, QUEUE));
  return replaced;
}

/**
 * Moves what is in the place of the queue to a folder beside it: database and logs together, for a new database would take the
 * old one's log for its own.
 * @returns that folder; null where nothing was there
 */
export function putAside(dataFolder: string, now: Date): string | null {
  const old = ['', '-wal', '-shm'].map((end) => `${QUEUE}${end}`).filter((name) => existsSync(join(dataFolder, name)));
  if (old.length === 0) return null;
  const replaced = freeFolder(join(dataFolder, `replaced-${now.toISOString().replaceAll(':', '-')}`));
  mkdirSync(replaced, { recursive: true, mode: 0o700 });
  // The database goes first: a log without its database is nothing, a database without its log has lost rows.
  for (const name of old) renameSync(join(dataFolder, name), join(replaced, name));
  flushFolder(replaced);
  return replaced;
}

/** Makes of a copy the queue that is to be: under this queue's key, with the act on record, and with nothing on its way. */
function prepare(half: string, key: DatabaseKey | null, sentence: string, now: Date, who: string): void {
  const isPlain = isPlainFile(half);
  const database = openSqlite(half, { key: isPlain ? null : key });
  try {
    database.pragma('journal_mode = DELETE');
    if (isPlain && key !== null && canEncrypt(database)) {
      database.pragma(`cipher = '${key.cipher}'`);
      database.rekey(rawKey(key.bytes));
    }
    database.transaction(() => {
      recordAct(database, { who, action: 'backups.restore', sentence }, now);
      lookUpBeforeSending(database, now);
    })();
  } finally {
    database.close();
  }
}

/**
 * What waits to be sent in a backup may have been sent since it was made. A registration is looked up first: sent twice, it is
 * refused. All other changes read Microsoft's side before they write, or may be made twice.
 */
function lookUpBeforeSending(database: SqliteDatabase, now: Date): void {
  database.exec(`
    UPDATE job SET state = CASE attempts WHEN 0 THEN 'waiting' ELSE 'retrying' END, lease_owner = NULL
     WHERE state = 'leased' AND wish NOT IN (SELECT wish FROM job WHERE state IN ('waiting', 'retrying'));
    UPDATE job SET step = 'lookUp'
     WHERE kind = 'register' AND step = 'send' AND state IN ('waiting', 'retrying') AND waits_for IS NULL;`);
  const replace = database.prepare(
    `UPDATE job SET state = 'cancelled', lease_owner = NULL, reason = @reason, finished_at = @at WHERE lease_owner IS NOT NULL`,
  );
  replace.run({ reason: textOfReason({ code: 'jobs.replaced' }), at: now.toISOString() });
  database.exec('DELETE FROM runner');
}

/**
 * Refuses while another process has the queue open, even if it does nothing: SQLite leaves the write-ahead log only where nobody
 * else is in. A queue that cannot be read is open nowhere.
 * @throws AppError `busy`
 */
function refuseWhileOpen(queueFile: string, key: DatabaseKey | null): void {
  if (!existsSync(queueFile)) return;
  try {
    const database = openSqlite(queueFile, { key, exclusive: true });
    try {
      database.pragma('journal_mode = DELETE');
    } finally {
      database.close();
    }
  } catch (cause) {
    if (databaseProblem(cause)?.code !== 'busy') return;
    throw new AppError('busy', 'Another Reseal has this queue open, so nothing was restored.', {
      remedy: 'Close its window, its browser door and its commands, then restore again.',
      cause,
    });
  }
}

function freeFolder(stem: string): string {
  for (let turn = 1; ; turn += 1) {
    const folder = turn === 1 ? stem : `${stem}-${turn}`;
    if (!existsSync(folder)) return folder;
  }
}
