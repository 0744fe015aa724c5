import { statSync } from 'node:fs';
import { AppError } from '../../shared/outcome/appError.ts';
import type { SqliteDatabase } from './sqlite.ts';

/** Watches over an open queue: whether it may still be written to. */
export interface QueueGuard {
  /** Names the very file that was opened; another one in its place has another name. */
  readonly opened: string;
  /** Why the queue takes no changes now; null where it does. Cheap enough to ask before every commit. */
  readonly trouble: () => AppError | null;
  /** Says whether a check found the file damaged: nothing is written to one that is. */
  readonly setDamaged: (isDamaged: boolean) => void;
}

/**
 * SQLite goes on writing into a file that was moved or deleted, without an error, and what it writes is lost. So the file under the
 * queue's name is compared with the one that was opened. Where they differ, this connection takes no more writes.
 */
export function createQueueGuard(database: SqliteDatabase, file: string): QueueGuard {
  const opened = placeOf(file);
  let isDamaged = false;
  let isClosed = false;

  function now(): AppError | null {
    if (opened === null || placeOf(file) !== opened) return movedQueue(file);
    return isDamaged ? damagedQueue() : null;
  }

  return {
    opened: opened ?? '',
    trouble() {
      const trouble = now();
      if ((trouble !== null) !== isClosed) {
        isClosed = trouble !== null;
        // For whatever writes without a transaction of its own.
        database.pragma(`query_only = ${isClosed ? 'ON' : 'OFF'}`);
      }
      return trouble;
    },
    setDamaged: (found) => {
      isDamaged = found;
    },
  };
}

/** Device and inode; null where there is no file, or its disk is gone. */
function placeOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

function movedQueue(file: string): AppError {
  return new AppError(
    'queue-gone',
    `${file} was moved, replaced or deleted while Reseal used it: nothing is saved now.`,
    {
      remedy:
        'Put it back or connect its disk, and Reseal goes on; or close Reseal and open the folder where it is now.',
    },
  );
}

function damagedQueue(): AppError {
  return new AppError('damaged', 'Part of the queue cannot be read, so nothing more is written to it.', {
    remedy: 'Restore the newest verified backup: Settings › Backups, or “reseal restore”.',
  });
}
