import { join } from 'node:path';
import type { Backup, PlainBackup } from '../../../shared/backups/backup.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { listBackups } from '../../store/backupFolder.ts';
import { inspectBackup } from '../../store/inspectBackup.ts';
import { plainBackups, removeBackup } from '../../store/plainBackups.ts';
import { queueIdOf } from '../../store/queueIdentity.ts';
import type { DatabaseKey } from '../../store/sqlite.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { readSettings } from '../settings/settingsService.ts';

/** The copies of an encrypted queue that are not: what was made before it was, here and in the second place. */
export function unencryptedBackups({ ports, settings, store }: ServiceContext): readonly PlainBackup[] {
  if (store.key === null) return [];
  const queueId = queueIdOf(store.database);
  const secondPlace = readSettings(settings).backupFolder;
  // A copy of before queues had a name is ours in the data folder; on a stick it may be another lab's.
  return [
    ...plainBackups(join(ports.dataFolder, 'backups'), (id) => id === null || id === queueId),
    ...(secondPlace === '' ? [] : inReach(() => plainBackups(secondPlace, (id) => id === queueId))),
  ];
}

/**
 * Deletes them, where an encrypted copy opens now: a way back stays.
 * @returns how many are gone
 * @throws AppError `conflict` where the queue is not encrypted, `blocked` where no encrypted copy opens or one cannot be deleted
 */
export function deleteUnencrypted(context: ServiceContext): number {
  const { audit, ports, publish, store, who } = context;
  if (store.key === null) {
    throw new AppError('conflict', 'This queue is not encrypted, so its backups are not either.', {
      remedy: 'Encrypt it first: “reseal queue encrypt”.',
    });
  }
  const found = unencryptedBackups(context);
  if (found.length === 0) return 0;
  const queueId = queueIdOf(store.database);
  const encrypted = listBackups(join(ports.dataFolder, 'backups')).filter(
    (one) => one.isEncrypted && one.queueId === queueId,
  );
  if (!encrypted.some((one) => opens(one, store.key))) {
    throw new AppError('blocked', 'No encrypted backup of this queue opens, so the unencrypted ones stay.', {
      remedy: 'Back up now, then delete them.',
    });
  }
  // First, as files cannot be in the transaction: a kill leaves no deletion without its row.
  const sentence = `Reseal began to delete the backups that are not encrypted: ${found.length}.`;
  store.write(() => audit.add({ who: who(), action: 'backups.deleteUnencrypted', sentence }));
  const left = found.filter(({ file }) => !isGone(file));
  publish('backups.changed');
  const [first] = left;
  if (first === undefined) return found.length;
  ports.log.warn('backups.notDeleted', { left: left.length });
  throw new AppError(
    'blocked',
    `${found.length - left.length} of ${found.length} were deleted; ${first.file} was not.`,
    {
      remedy: 'Close the program that has it open, or see that this account may delete it, then try again.',
    },
  );
}

function opens({ file }: Backup, key: DatabaseKey | null): boolean {
  try {
    return inspectBackup(file, key).isEncrypted;
  } catch {
    return false;
  }
}

function isGone(file: string): boolean {
  try {
    removeBackup(file);
    return true;
  } catch {
    return false;
  }
}

/** A second place that is not plugged in has nothing to show. */
function inReach(list: () => readonly PlainBackup[]): readonly PlainBackup[] {
  try {
    return list();
  } catch {
    return [];
  }
}
