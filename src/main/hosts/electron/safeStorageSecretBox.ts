import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import type { Log, SecretBox } from '../../ports.ts';
import { createMemorySecretBox } from '../memorySecretBox.ts';

type Encryptor = Pick<
  SafeStorage,
  'encryptStringAsync' | 'decryptStringAsync' | 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend'
>;

/** Keeps secrets encrypted with the operating system's key; in memory where there is none worth the name. */
export async function createSecretBox(
  encryptor: Encryptor,
  folder: string,
  log: Log,
  platform: NodeJS.Platform = process.platform,
): Promise<SecretBox> {
  return (await hasOwnKey(encryptor, platform)) ? encryptedFiles(encryptor, folder, log) : createMemorySecretBox();
}

async function hasOwnKey(encryptor: Encryptor, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await encryptor.isAsyncEncryptionAvailable())) return false;
  // Without a keyring, Chromium encrypts with a key that is the same on every computer.
  return platform !== 'linux' || encryptor.getSelectedStorageBackend() !== 'basic_text';
}

function encryptedFiles(encryptor: Encryptor, folder: string, log: Log): SecretBox {
  const fileOf = (name: string) => join(folder, `${createHash('sha256').update(name).digest('hex')}.bin`);
  return {
    kind: 'secretStore',
    async read(name) {
      const encrypted = await readIfThere(fileOf(name));
      if (encrypted === null) return null;
      try {
        return (await encryptor.decryptStringAsync(encrypted)).result;
      } catch (error) {
        // The key is gone (another account, a restored backup): the person signs in again.
        log.warn('secretBox.unreadable', { reason: error instanceof Error ? error.message : String(error) });
        return null;
      }
    },
    async write(name, secret) {
      const file = fileOf(name);
      await mkdir(folder, { recursive: true });
      await writeFile(`${file}.new`, await encryptor.encryptStringAsync(secret), { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
    remove: (name) => rm(fileOf(name), { force: true }),
  };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
