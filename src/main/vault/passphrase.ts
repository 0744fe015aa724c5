import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/outcome/appError.ts';
import type { KeySlot } from './keyFile.ts';

type PassphraseSlot = Extract<KeySlot, { readonly keptIn: 'passphrase' }>;

/** 128 MiB and about a second: once for each start, and for each guess of a thief. Source: RFC 7914; OWASP, Password Storage. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1_024 * 1_024 };
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FEWEST_CHARACTERS = 8;

/** The passphrase that `RESEAL_PASSPHRASE_FILE` leads to; a path, since an environment is inherited and shown. Null where none is named. */
export function passphraseOf(environment: NodeJS.ProcessEnv): string | null {
  const file = environment['RESEAL_PASSPHRASE_FILE'];
  if (!file) return null;
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new AppError('key-store', `The passphrase in ${file} cannot be read.`, {
      remedy: 'Correct RESEAL_PASSPHRASE_FILE, or the permissions of that file.',
      cause,
    });
  }
}

export async function wrapSecret(secret: Buffer, passphrase: string): Promise<PassphraseSlot> {
  if (passphrase.length < FEWEST_CHARACTERS) {
    throw new AppError('invalid-input', `A passphrase needs at least ${FEWEST_CHARACTERS} characters.`);
  }
  const salt = randomBytes(16);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await stretched(passphrase, salt), nonce);
  const wrapped = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { keptIn: 'passphrase', salt: salt.toString('base64'), wrapped: wrapped.toString('base64') };
}

/** Null where it is another passphrase. */
export async function unwrapSecret(slot: PassphraseSlot, passphrase: string): Promise<Buffer | null> {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const key = await stretched(passphrase, Buffer.from(slot.salt, 'base64'));
  const decipher = createDecipheriv('aes-256-gcm', key, wrapped.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(wrapped.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Composed, since one keyboard sends é as one character and another as two. */
function stretched(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, COST, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
