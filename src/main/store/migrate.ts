import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/appError.ts';
import type { Migration } from './migrations/migration.ts';
import { queue } from './migrations/0001-queue.ts';
import { bench } from './migrations/0002-bench.ts';
import { outbox } from './migrations/0003-outbox.ts';
import { deployment } from './migrations/0004-deployment.ts';
import { batches } from './migrations/0005-batches.ts';
import { keptPreviews } from './migrations/0006-kept-previews.ts';
import { tracking } from './migrations/0007-tracking.ts';
import { removal } from './migrations/0008-removal.ts';
import { listedDevices } from './migrations/0009-listed-devices.ts';
import { failedWishes } from './migrations/0010-failed-wishes.ts';
import { corrections } from './migrations/0011-corrections.ts';

export const migrations: readonly Migration[] = [
  queue,
  bench,
  outbox,
  deployment,
  batches,
  keptPreviews,
  tracking,
  removal,
  listedDevices,
  failedWishes,
  corrections,
];

/** The database was written by a newer Reseal: it is left alone, in words. */
export class DatabaseFromFutureError extends AppError {
  constructor(found: number, known: number) {
    super('database', `This queue was written by a newer Reseal (format ${found}; this one knows ${known}).`, {
      remedy: 'Update Reseal on this computer, or choose another data folder.',
    });
    this.name = 'DatabaseFromFutureError';
  }
}

/**
 * Brings a database up to date, all or nothing; copies it with `backUp` first when it holds anything.
 * @throws DatabaseFromFutureError when the file is newer than this program
 */
export function migrate(
  database: Database,
  backUp: (fromVersion: number) => void,
  steps: readonly Migration[] = migrations,
): void {
  const known = steps.at(-1)?.version ?? 0;
  const found = versionOf(database);
  if (found > known) throw new DatabaseFromFutureError(found, known);
  if (found === known) return;
  if (found > 0) backUp(found);
  database
    .transaction(() => {
      // Another process may have migrated while this one waited for the lock.
      const current = versionOf(database);
      for (const step of steps.filter(({ version }) => version > current)) {
        database.exec(step.up);
        database.pragma(`user_version = ${step.version}`);
      }
    })
    .exclusive();
}

function versionOf(database: Database): number {
  const version: unknown = database.pragma('user_version', { simple: true });
  return typeof version === 'number' ? version : 0;
}
