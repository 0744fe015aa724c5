import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupReason } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/outcome/appError.ts';
import { backUp } from './backUp.ts';
import { databaseProblem } from './databaseProblem.ts';
import { makeShrinkable } from './freeSpace.ts';
import { refuseLostQueue } from './lostQueue.ts';
import { migrate } from './migrate.ts';
import { createQueueGuard, type QueueGuard } from './queueGuard.ts';
import { refuseForeignFile, sizeOf } from './queueIdentity.ts';
import { finishRestore, putAside } from './restoreBackup.ts';
import { createSetAside } from './setAside.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';
import type { Store } from './store.ts';

interface OpenStoreOptions {
  /** What to do where the folder has no queue: make one, unless it has had one before; make one all the same; or refuse. */
  readonly ifMissing?: 'make' | 'beginAnew' | 'refuse';
}

/**
 * Opens the queue of a data folder, making folder and file where they are missing, and brings its format up to date.
 * @param key what opens an encrypted queue; null for a plain one
 * @throws AppError `queue-gone` when the folder has had a queue that is not there; `not-a-queue` when another program made the
 *   file; otherwise as `databaseProblem` has it, or `database` when it comes from a newer Reseal
 */
export function openStore(
  dataFolder: string,
  now: () => Date,
  key: DatabaseKey | null = null,
  { ifMissing = 'make' }: OpenStoreOptions = {},
): Store {
  const file = join(dataFolder, 'reseal.db');
  const backUpFolder = join(dataFolder, 'backups');
  const copyAs = (reason: BackupReason, label: string): string =>
    backUp(database, backUpFolder, { reason, label, now: now(), key }).file;
  const { database, isNew, wasLeftOpen } = openFile(dataFolder, file, key, now(), ifMissing);
  try {
    migrate(database, (version) => void copyAs('migration', `format-${version}`));
    makeShrinkable(database);
  } catch (cause) {
    database.close();
    throw cause instanceof AppError ? cause : unusable(file, cause);
  }
  const guard = createQueueGuard(database, file);
  return {
    database,
    file,
    key,
    isNew,
    wasLeftOpen,
    guard,
    setAside: createSetAside(),
    write: createWrite(database, guard),
    sizeBytes: () => sizeOf(file),
    backUp: (reason) => copyAs(reason, reason),
    close: () => database.close(),
  };
}

/**
 * A write within a write has no savepoint of its own, for which SQLite would copy every page that it touches. So it cannot be
 * undone alone: where it fails, the whole does, even if somebody catches the error in between.
 */
function createWrite(database: SqliteDatabase, guard: QueueGuard): Store['write'] {
  let failure: { readonly cause: unknown } | null = null;
  return (work) => {
    if (database.inTransaction) {
      try {
        return work();
      } catch (cause) {
        failure ??= { cause };
        throw cause;
      }
    }
    refuseInTrouble(guard);
    failure = null;
    return database
      .transaction(() => {
        const result = work();
        if (failure !== null) throw failure.cause;
        // What is committed into a file that is gone would be answered for, and lost.
        refuseInTrouble(guard);
        return result;
      })
      .immediate();
  };
}

function refuseInTrouble(guard: QueueGuard): void {
  const trouble = guard.trouble();
  if (trouble !== null) throw trouble;
}

function openFile(
  dataFolder: string,
  file: string,
  key: DatabaseKey | null,
  now: Date,
  ifMissing: NonNullable<OpenStoreOptions['ifMissing']>,
): Pick<Store, 'database' | 'isNew' | 'wasLeftOpen'> {
  try {
    finishRestore(dataFolder, now);
    // First, for of a queue whose making was broken off nothing is left once that is undone.
    if (sizeOf(file) > 0) refuseForeignFile(file, key);
    const isNew = sizeOf(file) === 0;
    if (isNew && ifMissing === 'refuse') throw goneMeanwhile(file);
    if (isNew && ifMissing === 'make') refuseLostQueue(dataFolder);
    mkdirSync(dataFolder, { recursive: true });
    if (isNew && ifMissing === 'beginAnew') putAside(dataFolder, now);
    const wasLeftOpen = sizeOf(`${file}-wal`) > 0;
    return { database: openSqlite(file, { key }), isNew, wasLeftOpen };
  } catch (cause) {
    if (key !== null && isNotDatabase(cause)) throw wrongKey(file, key, cause);
    throw cause instanceof AppError ? cause : unusable(file, cause);
  }
}

const isNotDatabase = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB';

/** To SQLite, another key and a damaged beginning look the same. */
function wrongKey(file: string, { id }: DatabaseKey, cause: unknown): AppError {
  const message = `${file} does not open with the key ${id}: it is the file of another queue, or its beginning is damaged.`;
  return new AppError('key-wrong', message, { remedy: 'Put the right file there, or restore a backup.', cause });
}

function goneMeanwhile(file: string): AppError {
  return new AppError('queue-gone', `${file} is not there any more.`, {
    remedy: 'Put it back or connect its disk; or close Reseal and open the folder where it is now.',
  });
}

function unusable(file: string, cause: unknown): AppError {
  const known = databaseProblem(cause, file);
  if (known !== null) return known;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('database', `The queue in ${file} cannot be used: ${reason}.`, {
    remedy: 'Close other programs that use it, check the disk, or choose another data folder with --data-dir.',
    cause,
  });
}
