import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainBackup } from '../../shared/backups/backup.ts';
import { manifestFileOf, readManifest } from './backupFolder.ts';
import { isPlainFile } from './inspectBackup.ts';
import { isQueue, queueIdOf } from './queueIdentity.ts';
import { openSqlite } from './sqlite.ts';

/**
 * The copies of a queue in a folder that anybody can read, the newest first; also those without a manifest. What another program left
 * there is none.
 * @param isOurs told the name of the queue in a copy; null where it has none yet
 */
export function plainBackups(folder: string, isOurs: (queueId: string | null) => boolean): readonly PlainBackup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && isPlainFile(file) && isCopy(file, isOurs))
    .map((file) => ({ file, madeAt: readManifest(file)?.madeAt ?? statSync(file).mtime.toISOString() }))
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt));
}

/** Removes a copy and its manifest. @throws whatever the disk says */
export function removeBackup(file: string): void {
  rmSync(file);
  rmSync(manifestFileOf(file), { force: true });
}

/** Looked at through a connection that cannot write. */
function isCopy(file: string, isOurs: (queueId: string | null) => boolean): boolean {
  const besides = [`${file}-wal`, `${file}-shm`].filter((name) => !existsSync(name));
  try {
    const database = openSqlite(file, { key: null, readonly: true });
    try {
      return isQueue(database) && isOurs(queueIdOf(database));
    } finally {
      database.close();
    }
  } catch {
    // Damaged, or no database: whose it is cannot be told.
    return false;
  } finally {
    for (const name of besides) rmSync(name, { force: true });
  }
}
