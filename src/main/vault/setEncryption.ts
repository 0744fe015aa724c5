import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../shared/outcome/appError.ts';
import { fileStateOf, rekeyInPlace } from '../store/sqliteRekey.ts';
import { databaseKeyOf, SECRET_BYTES } from './derivedKeys.ts';
import { readKeyFile, replaceKeyFile } from './keyFile.ts';
import { findSecret } from './keySlots.ts';
import { heldKeyOf, keyPlacesOf, unlock, type UnlockOptions } from './unlock.ts';
import type { Vault } from './vault.ts';

/**
 * Says how the queue of a data folder shall be from now on, and makes it so. Its key stays known: older backups need it.
 * @throws AppError `blocked` where another Reseal has the queue open; the next start that is alone with it then does it
 */
export async function setEncryption(options: UnlockOptions, isEncrypted: boolean): Promise<Vault> {
  const { dataFolder } = options;
  const places = keyPlacesOf(options);
  const file = readKeyFile(dataFolder);
  if (file !== null && file.isEncrypted !== isEncrypted) {
    const key = file.key ?? (isEncrypted ? await heldKeyOf(file.queueId, randomBytes(SECRET_BYTES), places) : null);
    replaceKeyFile(dataFolder, { ...file, key, isEncrypted });
    if (!isEncrypted && key !== null) {
      const { secret } = await findSecret(file.queueId, key, places);
      decryptPracticeTenant(dataFolder, databaseKeyOf(secret, 'practice tenant', file.cipher));
    }
  }
  const vault = await unlock({ ...options, withoutEncryption: file === null && !isEncrypted });
  if (vault.view().isEncrypted === isEncrypted) return vault;
  throw new AppError('blocked', `The queue could not be ${isEncrypted ? 'encrypted' : 'decrypted'} yet.`, {
    remedy:
      'Close every other Reseal on this data folder, make sure that the disk has room, and start Reseal again: it is done then.',
  });
}

/** The practice tenant encrypts its own file, but knows no way back. */
function decryptPracticeTenant(dataFolder: string, from: ReturnType<typeof databaseKeyOf>): void {
  const file = join(dataFolder, 'practice-tenant.db');
  if (fileStateOf(file) === 'encrypted') rekeyInPlace(file, { from, to: null });
}
