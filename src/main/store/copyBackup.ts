import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/outcome/appError.ts';
import { manifestFileOf, removeOldBackups } from './backupFolder.ts';
import { flush, keepPrivate, moveInPlace, sha256Of, writeWhole } from './durableFile.ts';

/**
 * Copies a verified backup with its manifest to a folder on another disk or share, and reads it back. The folder is not made: where
 * a disk is missing, a folder of its name would be made on this one.
 * @returns the copy
 * @throws AppError where the folder is not there, or the copy is not the same; errors of the disk as they come
 */
export function copyBackup({ file, ...manifest }: Backup, folder: string, now: Date): Backup {
  if (!existsSync(folder)) {
    throw new AppError('not-found', `There is no folder ${folder}, so the backup is in the data folder alone.`, {
      remedy:
        'Connect its disk or share, or make the folder, and back up again. Reseal does not make it, since it could lie on the wrong disk.',
    });
  }
  const copy = join(folder, basename(file));
  const half = `${copy}.new`;
  try {
    copyFileSync(file, half);
    keepPrivate(half);
    flush(half);
    if (sha256Of(half) !== manifest.sha256) {
      throw new AppError('disk-failed', `What was copied to ${folder} is not what is read back from there.`, {
        remedy: 'Choose another place, and have that disk checked.',
      });
    }
    moveInPlace(half, copy);
    writeWhole(manifestFileOf(copy), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
  removeOldBackups(folder, manifest.queueId, now);
  return { ...manifest, file: copy };
}
