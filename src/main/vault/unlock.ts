import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { AppError } from '../../shared/outcome/appError.ts';
import { vaultSentence } from '../../shared/vault/vaultWords.ts';
import { buildCanEncrypt, fileStateOf, wasRekeyInterrupted } from '../store/sqliteRekey.ts';
import { databaseKeyOf, keyIdOf, SECRET_BYTES } from './derivedKeys.ts';
import { claimKeyFile, readKeyFile, replaceKeyFile, type HeldKey, type KeyFile } from './keyFile.ts';
import { findSecret, forgetSecret, keepSecret, type KeyPlaces } from './keySlots.ts';
import { systemKeyStore, type KeyStore } from './keyStore.ts';
import { settleRotation } from './rotateKey.ts';
import { queueFileIn, settleEncryption } from './settleEncryption.ts';
import { createVault, type Vault } from './vault.ts';

export interface UnlockOptions {
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly environment: NodeJS.ProcessEnv;
  /** For a queue that shall be plain; written down, so that every later start keeps to it. */
  readonly withoutEncryption?: boolean;
  /** As a person typed it; it opens the key for this process, and is kept nowhere. */
  readonly passphrase?: string;
  /** Instead of the operating system's. */
  readonly store?: KeyStore;
  /** Hears what a person is to know at once. */
  readonly say?: (sentence: string) => void;
}

/**
 * Gets what opens the queue of a data folder, before anything else opens it: makes the key where there is none, encrypts a plain
 * queue where this process is alone with it.
 * @throws AppError `key-missing`, `key-store` where this account does not get at the key; `database`, `unreadable`
 */
export async function unlock(options: UnlockOptions): Promise<Vault> {
  const { dataFolder, now, withoutEncryption = false } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const places = keyPlacesOf(options);
  let file = readKeyFile(dataFolder) ?? (await begin(options, places));
  if (file === null) {
    return createVault({ dataFolder, secret: null, keptIn: null, isEncrypted: false, waitsFor: 'encryptingBuild' });
  }
  if (withoutEncryption && file.isEncrypted) file = withoutKey(dataFolder, file);
  if (file.next !== null) file = await settleRotation(dataFolder, file, places, now());
  const found = needsKey(dataFolder, file) ? await findSecret(file.queueId, file.key, places) : null;
  const settled = settleEncryption({
    dataFolder,
    isEncrypted: file.isEncrypted,
    key: found === null ? null : databaseKeyOf(found.secret, 'database', file.cipher),
    now: now(),
  });
  return createVault({ dataFolder, secret: found?.secret ?? null, keptIn: found?.keptIn ?? null, ...settled });
}

/** The places that this account may use; `RESEAL_KEY_KEPT_IN=file` leaves the secret store out, for tests and throw-away computers. */
export function keyPlacesOf({
  environment,
  passphrase,
  store,
}: Pick<UnlockOptions, 'environment' | 'passphrase' | 'store'>): KeyPlaces {
  const isLeftOut = environment['RESEAL_KEY_KEPT_IN'] === 'file';
  return { environment, passphrase, store: store ?? (isLeftOut ? null : systemKeyStore) };
}

/** What a new folder, or a queue from before there were keys, begins with; null where this build could not use a key. */
async function begin(options: UnlockOptions, places: KeyPlaces): Promise<KeyFile | null> {
  const { dataFolder, withoutEncryption = false, say } = options;
  const state = fileStateOf(queueFileIn(dataFolder));
  if (state === 'encrypted') throw keyFileMissing();
  if (!withoutEncryption && !buildCanEncrypt()) return null;
  const queueId = randomUUID();
  const secret = withoutEncryption ? null : randomBytes(SECRET_BYTES);
  const key = secret === null ? null : await heldKeyOf(queueId, secret, places);
  const file = claimKeyFile(dataFolder, {
    format: 1,
    queueId,
    cipher: 'aegis',
    isEncrypted: key !== null,
    key,
    next: null,
    inUse: state !== 'absent',
    recoveryConfirmedAt: null,
  });
  // Another process was quicker: its key counts.
  if (file.queueId !== queueId && key !== null) await forgetSecret(queueId, key, places);
  else if (key?.slots[0]?.keptIn === 'file' && places.store !== null)
    say?.(vaultSentence({ isEncrypted: true, keptIn: 'file', waitsFor: null }));
  return file;
}

export async function heldKeyOf(queueId: string, secret: Buffer, places: KeyPlaces): Promise<HeldKey> {
  return { keyId: keyIdOf(secret), slots: [await keepSecret(queueId, secret, places)] };
}

function withoutKey(dataFolder: string, file: KeyFile): KeyFile {
  if (fileStateOf(queueFileIn(dataFolder)) === 'encrypted') {
    throw new AppError('conflict', 'This queue is encrypted, so it cannot be opened with --no-encryption.', {
      remedy: 'Start without that option, or take the encryption off with “reseal queue decrypt”.',
    });
  }
  return replaceKeyFile(dataFolder, { ...file, isEncrypted: false });
}

/** A plain queue that shall stay plain opens without the key that it may once have had. */
function needsKey(dataFolder: string, file: KeyFile): file is KeyFile & { readonly key: HeldKey } {
  if (file.key === null) return false;
  const queue = queueFileIn(dataFolder);
  return file.isEncrypted || fileStateOf(queue) === 'encrypted' || wasRekeyInterrupted(queue);
}

/** An encrypted queue whose key file is gone. */
export function keyFileMissing(): AppError {
  return new AppError(
    'key-missing',
    'reseal.db cannot be used: it is encrypted and reseal.key.json is missing beside it, or it is no queue at all.',
    {
      remedy:
        'Put that file back, or enter the recovery key from its paper, on Reseal’s page or with “reseal key enter”.',
    },
  );
}
