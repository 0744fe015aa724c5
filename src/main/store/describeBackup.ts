import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupDescription, WouldBeMissing } from '../../shared/backups/backup.ts';
import { readManifest } from './backupFolder.ts';
import { contentsOf, inspectBackup } from './inspectBackup.ts';
import { openSqlite, type DatabaseKey } from './sqlite.ts';

/**
 * What a copy holds, read and checked now, and what the queue of a data folder would lose by it.
 * @throws AppError where the copy cannot be restored
 */
export function describeBackup(dataFolder: string, file: string, key: DatabaseKey | null): BackupDescription {
  const contents = inspectBackup(file, key);
  const manifest = readManifest(file);
  const madeAt = manifest?.madeAt ?? contents.newestChangeAt ?? statSync(file).mtime.toISOString();
  const missing = missingSince(join(dataFolder, 'reseal.db'), madeAt, key);
  return { ...contents, file, madeAt, reason: manifest?.reason ?? null, missing };
}

/** What a queue has that came after a moment; null where it cannot be read: then it is replaced all the same. */
function missingSince(queueFile: string, madeAt: string, key: DatabaseKey | null): WouldBeMissing | null {
  if (!existsSync(queueFile)) return null;
  try {
    const database = openSqlite(queueFile, { key, readonly: true });
    try {
      const { devices, newestChangeAt } = contentsOf(database, false);
      const since = database.prepare('SELECT id FROM device WHERE removed_at IS NULL AND created_at > ?').all(madeAt);
      return { devicesNow: devices, devicesSince: since.length, newestChangeAt };
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
