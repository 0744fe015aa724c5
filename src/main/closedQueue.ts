import { join } from 'node:path';
import type { Backup, BackupDescription } from '../shared/backups/backup.ts';
import { listBackups } from './store/backupFolder.ts';
import { describeBackup } from './store/describeBackup.ts';
import { restoreBackup } from './store/restoreBackup.ts';
import type { DatabaseKey } from './store/sqlite.ts';

/** A queue that nobody here has open: it may be gone or damaged, and its backups be whole. */
export interface ClosedQueue {
  /** The verified backups in the data folder, the newest first. */
  readonly backups: () => readonly Backup[];
  /** @throws AppError where the backup cannot be restored */
  readonly describe: (file: string) => BackupDescription;
  /** Returns the folder that holds what was replaced; null where nothing was there. @throws AppError */
  readonly restore: (file: string, who: string) => string | null;
}

/** The door to a queue that does not open. @param key what opens it and its backups; null where they are plain */
export function createClosedQueue(dataFolder: string, now: () => Date, key: DatabaseKey | null): ClosedQueue {
  return {
    backups: () => listBackups(join(dataFolder, 'backups')),
    describe: (file) => describeBackup(dataFolder, file, key),
    restore: (file, who) => restoreBackup({ dataFolder, file, key, now: now(), who }),
  };
}
