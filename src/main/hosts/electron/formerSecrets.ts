import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import type { FormerSecrets, Log } from '../../ports.ts';

type Decryptor = Pick<SafeStorage, 'decryptStringAsync'>;

/** The sign-ins that older versions of the window kept in files, encrypted by Electron: each is read once, then removed. */
export function createFormerSecrets(decryptor: Decryptor, folder: string, log: Log): FormerSecrets {
  return {
    async take(name) {
      const file = join(folder, `${createHash('sha256').update(name).digest('hex')}.bin`);
      const encrypted = await readIfThere(file);
      if (encrypted === null) return null;
      const secret = await decrypted(encrypted);
      await rm(file, { force: true });
      return secret;
    },
  };

  async function decrypted(encrypted: Buffer): Promise<string | null> {
    try {
      return (await decryptor.decryptStringAsync(encrypted)).result;
    } catch (error) {
      // The key is gone (another account, a restored backup): the person signs in again.
      log.warn('formerSecrets.unreadable', { reason: error instanceof Error ? error.message : String(error) });
      return null;
    }
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
