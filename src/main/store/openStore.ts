import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/outcome/appError.ts';
import { backUp } from './backUp.ts';
import { databaseProblem } from './databaseProblem.ts';
import { makeShrinkable } from './freeSpace.ts';
import { migrate } from './migrate.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';

/** The queue on disk. One per process; several processes may share the file. */
export interface Store {
  readonly database: SqliteDatabase;
  readonly file: string;
  /** Runs `work` in one write transaction: all of it, or nothing. Within another one it is a part of that. */
  readonly write: <Result>(work: () => Result) => Result;
  readonly sizeBytes: () => number;
  /** Copies the queue into `<data folder>/backups` and returns the copy's path. */
  readonly backUp: (label: string) => string;
  readonly close: () => void;
}

/**
 * Opens the queue of a data folder, making folder and file where they are missing, and brings its format up to date.
 * @param key what opens an encrypted queue; null for a plain one
 * @throws AppError `database` when the file cannot be opened, is damaged, or comes from a newer Reseal
 */
export function openStore(dataFolder: string, now: () => Date, key: DatabaseKey | null = null): Store {
  const file = join(dataFolder, 'reseal.db');
  const backUpFolder = join(dataFolder, 'backups');
  const database = openFile(dataFolder, file, key);
  const copyAs = (label: string): string => backUp(database, backUpFolder, label, now());
  try {
    migrate(database, (version) => copyAs(`format-${version}`));
    makeShrinkable(database);
  } catch (cause) {
    database.close();
    throw cause instanceof AppError ? cause : unusable(file, cause);
  }
  return {
    database,
    file,
    write: createWrite(database),
    sizeBytes: () => statSync(file).size,
    backUp: copyAs,
    close: () => database.close(),
  };
}

/**
 * A write within a write has no savepoint of its own, for which SQLite would copy every page that it touches. So it cannot be
 * undone alone: where it fails, the whole does, even if somebody catches the error in between.
 */
function createWrite(database: SqliteDatabase): Store['write'] {
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
    failure = null;
    return database
      .transaction(() => {
        const result = work();
        if (failure !== null) throw failure.cause;
        return result;
      })
      .immediate();
  };
}

function openFile(dataFolder: string, file: string, key: DatabaseKey | null): SqliteDatabase {
  try {
    mkdirSync(dataFolder, { recursive: true });
    return openSqlite(file, { key });
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

function unusable(file: string, cause: unknown): AppError {
  const known = databaseProblem(cause, file);
  if (known !== null) return known;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('database', `The queue in ${file} cannot be used: ${reason}.`, {
    remedy: 'Close other programs that use it, check the disk, or choose another data folder with --data-dir.',
    cause,
  });
}
