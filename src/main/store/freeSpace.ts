import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqliteDatabase } from './sqlite.ts';

/** 16 MiB of 4 KiB pages: what the next import takes again, so that the file does not shrink and grow all day. */
const KEPT_PAGES = 4_096;
/** A step holds the lock for some ten milliseconds at most, so that nobody who writes meanwhile is kept waiting. */
const STEP_PAGES = 256;
const INCREMENTAL = 2;

/**
 * Prepares a database of an older Reseal so that it can shrink: its whole file is written anew, once. Where that is not
 * possible now (another process uses it, the disk is full), it stays as it is until the next start.
 */
export function makeShrinkable(database: SqliteDatabase): void {
  if (numberOf(database, 'auto_vacuum') === INCREMENTAL) return;
  try {
    database.pragma('auto_vacuum = INCREMENTAL');
    database.exec('VACUUM');
  } catch {
    // Nothing is lost by it: the file stays larger than it has to be.
  }
}

/**
 * Gives unused pages back to the disk, in small steps of a transaction each: a kill at any point leaves a whole
 * database. Between two steps, this thread does other work.
 */
export function createFreeSpace(database: SqliteDatabase): { readonly giveBack: () => Promise<void> } {
  let isAtWork = false;
  return {
    async giveBack() {
      if (isAtWork) return;
      isAtWork = true;
      try {
        while (numberOf(database, 'freelist_count') > KEPT_PAGES) {
          database.pragma(`incremental_vacuum(${STEP_PAGES})`);
          await nextTurn();
        }
        // Only now does the file itself become shorter.
        database.pragma('wal_checkpoint(PASSIVE)');
      } catch {
        // Another process writes, or the disk is full: the next call goes on.
      } finally {
        isAtWork = false;
      }
    },
  };
}

function numberOf(database: SqliteDatabase, name: 'auto_vacuum' | 'freelist_count'): number {
  return Number(database.pragma(name, { simple: true }));
}
