import { AppError } from '../../shared/outcome/appError.ts';
import type { KeyPlace } from '../../shared/vault/vaultView.ts';
import { keyIdOf } from './derivedKeys.ts';
import type { HeldKey, KeySlot } from './keyFile.ts';
import type { KeyStore } from './keyStore.ts';
import { passphraseOf, unwrapSecret, wrapSecret } from './passphrase.ts';

/** Where keys can be kept on this computer, by this account. */
export interface KeyPlaces {
  /** Null where none shall be used. */
  readonly store: KeyStore | null;
  readonly environment: NodeJS.ProcessEnv;
  /** As a person typed it, in the place of the one that the environment leads to. */
  readonly passphrase?: string | undefined;
}

export interface FoundSecret {
  readonly secret: Buffer;
  readonly keptIn: KeyPlace;
}

/** An entry of its own for each key: while one replaces another, both are there. */
const accountOf = (queueId: string, keyId: string): string => `${queueId}:${keyId}`;

/**
 * Gets a secret from the first slot that gives the right one.
 * @throws AppError `key-missing` where this account has none, `key-store` where the place that should have it cannot be reached
 */
export async function findSecret(queueId: string, held: HeldKey, places: KeyPlaces): Promise<FoundSecret> {
  let unreachable: unknown = null;
  for (const slot of held.slots) {
    try {
      const secret = await openSlot(slot, accountOf(queueId, held.keyId), places);
      if (secret !== null && keyIdOf(secret) === held.keyId) return { secret, keptIn: slot.keptIn };
    } catch (error) {
      unreachable ??= error;
    }
  }
  if (unreachable === null) throw keyMissing(held);
  if (unreachable instanceof AppError) throw unreachable;
  throw new AppError(
    'key-store',
    `The secret store of this account, which has the key ${held.keyId}, cannot be reached.`,
    {
      remedy:
        'Unlock it, or sign in at this computer itself. Otherwise enter the recovery key, on Reseal’s page or with “reseal key enter”.',
      cause: unreachable,
    },
  );
}

async function openSlot(slot: KeySlot, account: string, places: KeyPlaces): Promise<Buffer | null> {
  const { store } = places;
  switch (slot.keptIn) {
    case 'secretStore':
      return store === null ? null : store.read(account);
    case 'passphrase': {
      const passphrase = passphraseIn(places);
      return passphrase === null ? null : unwrapSecret(slot, passphrase);
    }
    case 'file':
      return Buffer.from(slot.secret, 'base64');
  }
}

function passphraseIn({ passphrase, environment }: KeyPlaces): string | null {
  return passphrase ?? passphraseOf(environment);
}

/**
 * Keeps a secret in the best place there is, and reads it back before anybody relies on it: under the passphrase where one is
 * named, in the secret store where it works, beside the queue otherwise.
 */
export async function keepSecret(queueId: string, secret: Buffer, places: KeyPlaces): Promise<KeySlot> {
  const passphrase = passphraseIn(places);
  if (passphrase !== null) return wrapSecret(secret, passphrase);
  if (places.store !== null && (await keepInStore(places.store, accountOf(queueId, keyIdOf(secret)), secret))) {
    return { keptIn: 'secretStore' };
  }
  return { keptIn: 'file', secret: secret.toString('base64') };
}

async function keepInStore(store: KeyStore, account: string, secret: Buffer): Promise<boolean> {
  try {
    await store.write(account, secret);
    return (await store.read(account))?.equals(secret) ?? false;
  } catch {
    return false;
  }
}

/** Takes what is not needed any more out of the secret store; what cannot be reached stays there, and harms nobody. */
export async function forgetSecret(queueId: string, { keyId, slots }: HeldKey, { store }: KeyPlaces): Promise<void> {
  if (store === null || !slots.some(({ keptIn }) => keptIn === 'secretStore')) return;
  await store.remove(accountOf(queueId, keyId)).catch(() => undefined);
}

function keyMissing({ keyId, slots }: HeldKey): AppError {
  const hasPassphrase = slots.some(({ keptIn }) => keptIn === 'passphrase');
  return new AppError('key-missing', `This account does not hold the key of this queue (${keyId}).`, {
    remedy: hasPassphrase
      ? 'Enter its passphrase on Reseal’s page, or correct the file that RESEAL_PASSPHRASE_FILE names. The recovery key from its paper does as well, there or with “reseal key enter”.'
      : 'Enter the recovery key from its paper, on Reseal’s page or with “reseal key enter”, or start Reseal with the account that made the queue.',
  });
}
