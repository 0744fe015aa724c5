import { fileStateOf } from '../store/sqliteRekey.ts';
import type { DatabaseKey } from '../store/sqlite.ts';
import { databaseKeyOf } from './derivedKeys.ts';
import { readKeyFile } from './keyFile.ts';
import { findSecret } from './keySlots.ts';
import { queueFileIn } from './settleEncryption.ts';
import { keyFileMissing, keyPlacesOf, type UnlockOptions } from './unlock.ts';

/** The file of a queue, and what opens it. */
export interface ReadableQueue {
  readonly file: string;
  /** Null for a plain one. */
  readonly key: DatabaseKey | null;
}

/**
 * What opens the queue that a data folder has; null where it has none. Other than `unlock`, it makes no key and encrypts nothing.
 * @throws AppError `key-missing`, `key-store` where this account does not get at the key; `unreadable`
 */
export async function keyToRead(
  options: Pick<UnlockOptions, 'dataFolder' | 'environment' | 'store'>,
): Promise<ReadableQueue | null> {
  const file = queueFileIn(options.dataFolder);
  const state = fileStateOf(file);
  if (state === 'absent') return null;
  if (state === 'plain') return { file, key: null };
  const held = readKeyFile(options.dataFolder);
  if (held === null || held.key === null) throw keyFileMissing();
  const { secret } = await findSecret(held.queueId, held.key, keyPlacesOf(options));
  return { file, key: databaseKeyOf(secret, 'database', held.cipher) };
}
