import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import { databaseProblem } from './databaseProblem.ts';
import { DatabaseFromFutureError, migrations } from './migrate.ts';
import { isQueue } from './queueIdentity.ts';
import { createSetAside } from './setAside.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';
import type { Store } from './store.ts';

/** A queue that is only looked into. */
export type ReadableStore = Pick<Store, 'database' | 'setAside' | 'close'>;

/**
 * Opens the file of a queue as it is, beside whoever works on it: nothing is made, changed or brought up to date.
 * @throws AppError where it is none, is of another format, or cannot be read
 */
export function openToRead(file: string, key: DatabaseKey | null): ReadableStore {
  let database: SqliteDatabase | null = null;
  try {
    database = openSqlite(file, { key, readonly: true });
    refuseOther(database, file);
    return { database, setAside: createSetAside(), close: database.close.bind(database) };
  } catch (cause) {
    database?.close();
    throw cause instanceof AppError ? cause : (databaseProblem(cause, file) ?? cause);
  }
}

function refuseOther(database: SqliteDatabase, file: string): void {
  if (!isQueue(database)) {
    throw new AppError('not-a-queue', `${file} is no queue of Reseal.`, {
      remedy: 'Choose another data folder with --data-dir.',
    });
  }
  const found = z.number().parse(database.pragma('user_version', { simple: true }));
  const known = migrations.at(-1)?.version ?? 0;
  if (found > known) throw new DatabaseFromFutureError(found, known);
  if (found < known) {
    throw new AppError('database', `The queue in ${file} was written by an older Reseal.`, {
      remedy: 'Open it once with this one, for instance with “reseal list”.',
    });
  }
}
