import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import { listBackups } from './backupFolder.ts';
import { sizeOf } from './queueIdentity.ts';

/** What the log says when an empty queue was made: its folder has had one since. */
export const QUEUE_MADE = 'queue.made';

const keyFile = z.object({ inUse: z.boolean() });

/**
 * Refuses to make an empty queue in a folder that has had one: its disk may be missing, or the file be gone.
 * @throws AppError `queue-gone`, with the three ways out
 */
export function refuseLostQueue(dataFolder: string): void {
  const signs = signsOfQueue(dataFolder);
  // Another process may have made one meanwhile: then those are its signs.
  if (signs.length === 0 || sizeOf(join(dataFolder, 'reseal.db')) > 0) return;
  const newest = listBackups(join(dataFolder, 'backups'))[0];
  const restore = newest === undefined ? 'reseal restore FILE' : `reseal restore "${newest.file}"`;
  throw new AppError(
    'queue-gone',
    `The queue that was in ${dataFolder} is gone: there is no reseal.db, but it left ${listed(signs)}.`,
    {
      remedy: `Connect its disk or choose its folder with --data-dir; or restore a backup with “${restore}”; or, to begin with an empty queue, start Reseal with --begin-anew.`,
    },
  );
}

/** What in a data folder tells of a queue that is not there. */
function signsOfQueue(dataFolder: string): readonly string[] {
  const has = (name: string): boolean => existsSync(join(dataFolder, name));
  return [
    ...(filesIn(join(dataFolder, 'backups')).some((name) => name.endsWith('.db')) ? ['its backups'] : []),
    ...(isKeyInUse(join(dataFolder, 'reseal.key.json')) ? ['its key'] : []),
    ...(sizeOf(join(dataFolder, 'reseal.db-wal')) > 0 ? ['its write-ahead log'] : []),
    // “reseal practice” alone makes a practice tenant without a queue, but no log.
    ...(hasLogOfQueue(join(dataFolder, 'logs'))
      ? [...(has('practice-tenant.db') ? ['its practice tenant'] : []), 'its logs']
      : []),
  ];
}

/** “its backups, its key and its logs”. */
function listed(signs: readonly string[]): string {
  const [last = '', ...others] = signs.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

/** A key is made just before its queue; only then is it in use. One that cannot be read counts as used. */
function isKeyInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).inUse;
  } catch {
    return true;
  }
}

/** A start writes to its own log, the newest, before it comes to the queue. Clocks differ: a demo plays half a year ago. */
function hasLogOfQueue(folder: string): boolean {
  const logs = filesIn(folder).filter((name) => name.endsWith('.log'));
  const newest = logs.sort().at(-1);
  return logs.some((name) => {
    const file = join(folder, name);
    return name === newest ? readFileSync(file, 'utf8').includes(QUEUE_MADE) : sizeOf(file) > 0;
  });
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
