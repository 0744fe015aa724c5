import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupReason } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/outcome/appError.ts';
import { manifestFileOf } from './backupFolder.ts';
import { flush, keepPrivate, moveInPlace, removeDatabase, sha256Of, writeWhole } from './durableFile.ts';
import { contentsOf, quickCheck } from './inspectBackup.ts';
import { forgetSecrets } from './secretStore.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from './sqlite.ts';

export interface BackUpOptions {
  readonly reason: BackupReason;
  /** Stands in the copy's name; the reason by default. */
  readonly label?: string;
  readonly now: Date;
  /** Of the queue, and so of the copy. */
  readonly key: DatabaseKey | null;
}

/**
 * Copies a queue into a folder, opens the copy and checks all of it, and only then gives it its name and a manifest. A copy that
 * cannot be made whole leaves nothing behind.
 * @throws AppError `damaged` where the copy does not pass the check; errors of SQLite and of the disk as they come
 */
export function backUp(database: SqliteDatabase, folder: string, options: BackUpOptions): Backup {
  const { reason, label = reason, now, key } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = freeName(join(folder, `reseal-${label}-${now.toISOString().replaceAll(':', '-')}`));
  const half = `${file}.new`;
  try {
    removeDatabase(half);
    database.prepare('VACUUM INTO ?').run(half);
    keepPrivate(half);
    const contents = finishCopy(half, key);
    flush(half);
    const manifest = {
      ...contents,
      madeAt: now.toISOString(),
      reason,
      keyId: key?.id ?? null,
      sizeBytes: statSync(half).size,
      sha256: sha256Of(half),
    };
    moveInPlace(half, file);
    writeWhole(manifestFileOf(file), `${JSON.stringify(manifest, null, 2)}\n`);
    return { ...manifest, file };
  } catch (error) {
    removeDatabase(half);
    throw error;
  }
}

/** Takes out of a copy what stays on this computer, and checks the rest. */
function finishCopy(half: string, key: DatabaseKey | null) {
  const copy = openSqlite(half, { key });
  try {
    forgetSecrets(copy);
    copy.pragma('journal_mode = DELETE');
    if (quickCheck(copy).length > 0) {
      throw new AppError('damaged', 'The queue could not be copied whole: part of it cannot be read.', {
        remedy: 'Restore the newest verified backup: Settings › Backups, or “reseal restore”.',
      });
    }
    return contentsOf(copy, key !== null);
  } finally {
    copy.close();
  }
}

/** A clock that is set back comes by the same moment again: no earlier copy is in the way, nor written over. */
function freeName(stem: string): string {
  for (let turn = 1; ; turn += 1) {
    const file = turn === 1 ? `${stem}.db` : `${stem}-${turn}.db`;
    if (!existsSync(file)) return file;
  }
}
