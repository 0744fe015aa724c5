import { AppError } from '../../shared/outcome/appError.ts';
import { readRecoveryKey } from '../../shared/vault/recoveryKey.ts';
import type { VaultLock } from '../../shared/vault/vaultLock.ts';
import { enterRecoveryKey } from './enterRecoveryKey.ts';
import { readKeyFile } from './keyFile.ts';
import { keyPlacesOf, unlock, type UnlockOptions } from './unlock.ts';
import type { Vault } from './vault.ts';

/** Failures of `unlock` after which a person can enter the key. */
const noKey: ReadonlySet<string> = new Set(['key-missing', 'key-store']);

export function isNoKey(error: unknown): error is AppError {
  return error instanceof AppError && noKey.has(error.code);
}

/** What opens the queue of this folder, where nothing of this account does. */
export function askedKey(dataFolder: string): Pick<VaultLock, 'keyId' | 'asks'> {
  const key = readKeyFile(dataFolder)?.key ?? null;
  const hasPassphrase = key?.slots.some(({ keptIn }) => keptIn === 'passphrase') ?? false;
  return { keyId: key?.keyId ?? null, asks: hasPassphrase ? 'passphrase' : 'recoveryKey' };
}

/**
 * Unlocks a queue with what a person typed: a recovery key lets this account in from now on, a passphrase only this process.
 * @throws AppError `invalid-input` where it is neither, and whatever `unlock` says otherwise
 */
export async function unlockByHand(options: UnlockOptions, typed: string): Promise<Vault> {
  const { dataFolder, now } = options;
  if (askedKey(dataFolder).asks === 'passphrase' && !readRecoveryKey(typed).ok) {
    return unlock({ ...options, passphrase: typed }).catch((error: unknown) => {
      throw isNoKey(error) ? wrongPassphrase() : error;
    });
  }
  await enterRecoveryKey(dataFolder, typed, keyPlacesOf(options), now());
  return unlock(options);
}

function wrongPassphrase(): AppError {
  return new AppError('invalid-input', 'That is neither the passphrase of this queue nor a recovery key.', {
    remedy: 'Look at capital letters and the layout of the keyboard, then type it again.',
  });
}
