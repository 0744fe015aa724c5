import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupManifest, type Backup, type BackupManifest } from '../../shared/backups/backup.ts';
import { keptBackups } from '../../shared/backups/keptBackups.ts';

/** Where the manifest of a copy lies: beside it. */
export const manifestFileOf = (file: string): string => `${file}.json`;

/** The verified copies in a folder, the newest first: those with a manifest beside them. None where there is no folder. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .flatMap((name) => {
      const file = join(folder, name);
      const manifest = readManifest(file);
      return manifest === null ? [] : [{ ...manifest, file }];
    })
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt));
}

/** What was written of a copy when it was checked; null where nothing was, or it cannot be read. */
export function readManifest(file: string): BackupManifest | null {
  try {
    return backupManifest.parse(JSON.parse(readFileSync(manifestFileOf(file), 'utf8')));
  } catch {
    return null;
  }
}

/** Removes the copies of a queue that need not stay; copies of another queue, and those without a manifest, are left alone. */
export function removeOldBackups(folder: string, queueId: string | null, now: Date): void {
  const ours = listBackups(folder).filter((one) => one.queueId === null || one.queueId === queueId);
  const kept = keptBackups(ours, now);
  for (const { file } of ours) {
    if (kept.has(file)) continue;
    rmSync(file, { force: true });
    rmSync(manifestFileOf(file), { force: true });
  }
}
