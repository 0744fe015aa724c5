import { join } from 'node:path';
import { AppError } from '../../shared/outcome/appError.ts';
import type { VaultView } from '../../shared/vault/vaultView.ts';
import { backUp } from '../store/backUp.ts';
import { refuseUnknownFormat } from '../store/migrate.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from '../store/sqlite.ts';
import { fileStateOf, isDiskProblem, opensWith, rekeyInPlace, wasRekeyInterrupted } from '../store/sqliteRekey.ts';

interface EncryptionWish {
  readonly dataFolder: string;
  /** How the queue shall be. */
  readonly isEncrypted: boolean;
  readonly key: DatabaseKey | null;
  readonly now: Date;
}

type Settled = Pick<VaultView, 'isEncrypted' | 'waitsFor'>;

export const queueFileIn = (dataFolder: string): string => join(dataFolder, 'reseal.db');

/**
 * Brings the file of a queue to how it shall be, in place and after a verified backup, where this process is alone with it; where
 * it is not, the queue stays as it is, and works.
 */
export function settleEncryption({ dataFolder, isEncrypted, key, now }: EncryptionWish): Settled {
  const file = queueFileIn(dataFolder);
  const state = fileStateOf(file);
  if (state === 'absent') return { isEncrypted, waitsFor: null };
  // A change that was broken off began at the other state.
  const isNow = wasRekeyInterrupted(file) ? !isEncrypted : state === 'encrypted';
  if (isNow === isEncrypted) return { isEncrypted, waitsFor: null };
  const from = isNow ? key : null;
  if (!wasRekeyInterrupted(file)) refuseOther(file, from);
  const label = isEncrypted ? 'before-encryption' : 'before-decryption';
  const backUpFirst = (database: SqliteDatabase): void => backUpVerified(database, dataFolder, label, from, now);
  try {
    if (rekeyInPlace(file, { from, to: isEncrypted ? key : null, before: backUpFirst })) {
      return { isEncrypted, waitsFor: null };
    }
  } catch (error) {
    if (isDiskProblem(error)) return { isEncrypted: isNow, waitsFor: 'disk' };
    throw error;
  }
  // Another Reseal is in it: one that only has it open, or the one that is changing it just now.
  return opensWith(file, from) ? { isEncrypted: isNow, waitsFor: 'otherReseal' } : { isEncrypted, waitsFor: null };
}

/** What is not a queue of ours is left alone, in the words of its opening. */
function refuseOther(file: string, key: DatabaseKey | null): void {
  const database = openSqlite(file, { key, readonly: true });
  try {
    refuseUnknownFormat(database);
  } finally {
    database.close();
  }
}

/** A copy counts only when it has been opened. */
export function backUpVerified(
  database: SqliteDatabase,
  dataFolder: string,
  label: string,
  key: DatabaseKey | null,
  now: Date,
): void {
  const copy = backUp(database, join(dataFolder, 'backups'), label, now);
  const opened = openSqlite(copy, { key, readonly: true });
  try {
    const found: unknown = opened.pragma('quick_check', { simple: true });
    if (found === 'ok') return;
    throw new AppError('database', `The backup ${copy} is not whole: ${String(found)}. The queue was left as it is.`, {
      remedy: 'Check the disk, or back up to another one.',
    });
  } finally {
    opened.close();
  }
}
