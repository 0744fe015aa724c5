import { join } from 'node:path';
import type { VaultView } from '../../shared/vault/vaultView.ts';
import { backUp } from '../store/backUp.ts';
import { refuseUnknownFormat } from '../store/migrate.ts';
import { recordAct, type ActOnFile } from '../store/recordAct.ts';
import { openSqlite, type DatabaseKey, type SqliteDatabase } from '../store/sqlite.ts';
import {
  isDiskProblem,
  opensWith,
  rekeyInPlace,
  stateAfterRollback,
  wasRekeyInterrupted,
} from '../store/sqliteRekey.ts';

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
  // A change that was broken off began at another state than the file begins with now.
  const state = stateAfterRollback(file);
  if (state === 'absent') return { isEncrypted, waitsFor: null };
  const isNow = state === 'encrypted';
  if (isNow === isEncrypted) return { isEncrypted, waitsFor: null };
  const from = isNow ? key : null;
  if (!wasRekeyInterrupted(file)) refuseOther(file, from);
  const copy = backUpBefore(isEncrypted ? 'encryption' : 'decryption', { dataFolder, key: from, now });
  // The row comes first, with nobody else in the file, and says that it began: a kill leaves no act without its row, and the next
  // start goes on, as the key file says how the queue shall be. The copy is of before both.
  const before = (database: SqliteDatabase): void => {
    copy(database);
    recordAct(database, beginOf(isEncrypted), now);
  };
  try {
    if (rekeyInPlace(file, { from, to: isEncrypted ? key : null, before })) {
      return { isEncrypted, waitsFor: null };
    }
  } catch (error) {
    if (isDiskProblem(error)) return { isEncrypted: isNow, waitsFor: 'disk' };
    throw error;
  }
  // Another Reseal is in it: one that only has it open, or the one that is changing it just now.
  return opensWith(file, from) ? { isEncrypted: isNow, waitsFor: 'otherReseal' } : { isEncrypted, waitsFor: null };
}

function beginOf(isEncrypted: boolean): ActOnFile {
  return isEncrypted
    ? { action: 'vault.encrypt', sentence: 'Reseal made a backup and began to encrypt the queue.' }
    : { action: 'vault.decrypt', sentence: 'Reseal made a backup and began to take the encryption off the queue.' };
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

/** The way back: a verified copy under what comes next. */
export function backUpBefore(
  what: 'encryption' | 'decryption' | 'new-key',
  { dataFolder, key, now }: Pick<EncryptionWish, 'dataFolder' | 'key' | 'now'>,
): (database: SqliteDatabase) => void {
  const options = { reason: 'encryption', label: `before-${what}`, key, now } as const;
  return (database) => void backUp(database, join(dataFolder, 'backups'), options);
}
