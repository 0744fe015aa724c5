import type { BackupReason } from '../../shared/backups/backup.ts';
import type { QueueGuard } from './queueGuard.ts';
import type { SetAside } from './setAside.ts';
import type { DatabaseKey, SqliteDatabase } from './sqlite.ts';

/** The queue on disk. One per process; several processes may share the file. */
export interface Store {
  readonly database: SqliteDatabase;
  readonly file: string;
  /** What opens an encrypted queue, for other connections to it; null for a plain one. */
  readonly key: DatabaseKey | null;
  /** Whether the file was made by this opening. */
  readonly isNew: boolean;
  /** Whether it was not closed in order the last time, or another process has it open. */
  readonly wasLeftOpen: boolean;
  readonly guard: QueueGuard;
  /** Rows that cannot be read, and that lists leave out. */
  readonly setAside: SetAside;
  /**
   * Runs `work` in one write transaction: all of it, or nothing. Within another one it is a part of that.
   * @throws AppError where the file is not there any more, or is damaged; nothing is written then
   */
  readonly write: <Result>(work: () => Result) => Result;
  readonly sizeBytes: () => number;
  /** Copies the queue into `<data folder>/backups`, checks the copy and returns its path. */
  readonly backUp: (reason: BackupReason) => string;
  readonly close: () => void;
}
