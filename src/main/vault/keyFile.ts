import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/outcome/appError.ts';
import { oneOf } from '../../shared/oneOf.ts';

/** Where the secret can be got from; tried in order, so that a window and a nightly task of another account each have their own. */
const keySlot = oneOf('keptIn', () => [
  z.object({ keptIn: z.literal('secretStore') }),
  /** AES-256-GCM around the secret: nonce, ciphertext and tag, under a key that scrypt makes of the passphrase. */
  z.object({ keptIn: z.literal('passphrase'), salt: z.base64(), wrapped: z.base64() }),
  /** The secret itself, for computers without a secret store. */
  z.object({ keptIn: z.literal('file'), secret: z.base64() }),
]);
export type KeySlot = z.infer<typeof keySlot>;

const heldKey = z.object({ keyId: z.string().regex(/^[0-9a-f]{8}$/), slots: z.array(keySlot) });
/** A key by its id, and where it is kept. */
export type HeldKey = z.infer<typeof heldKey>;

const keyFile = z.object({
  format: z.literal(1),
  queueId: z.uuid(),
  cipher: z.enum(['aegis', 'sqlcipher']),
  /** How the queue shall be; where the file is otherwise yet, the next start that is alone with it changes that. */
  isEncrypted: z.boolean(),
  /** Null where the queue never had a key. */
  key: heldKey.nullable(),
  /** The key that is just replacing the other; which of them opens the queue says whether that is done. */
  next: heldKey.nullable(),
  /** Whether a queue was ever made here: an empty folder that says so has lost it. */
  inUse: z.boolean(),
  recoveryConfirmedAt: z.iso.datetime().nullable(),
});
/** What is known of a queue's key; it lies beside the queue, and tells no secret unless a slot is `file`. */
export type KeyFile = z.infer<typeof keyFile>;

export const keyFileIn = (dataFolder: string): string => join(dataFolder, 'reseal.key.json');

/** The key file of a folder; null where there is none. @throws AppError `unreadable` where it is not one */
export function readKeyFile(dataFolder: string): KeyFile | null {
  const file = keyFileIn(dataFolder);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const parsed = z.string().transform(parseJson).pipe(keyFile).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError('unreadable', `${file} is damaged, or a newer Reseal wrote it.`, {
    remedy:
      'Put it back from a copy. Without one, move it away, start Reseal again, and enter the recovery key on its page or with “reseal key enter”.',
  });
}

/** Makes the key file where there is none yet; of several processes one wins. @returns what stands there afterwards */
export function claimKeyFile(dataFolder: string, wanted: KeyFile): KeyFile {
  const draft = writeDraft(dataFolder, wanted);
  try {
    linkSync(draft, keyFileIn(dataFolder));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKeyFile(dataFolder) ?? wanted;
}

/** Puts another one in its place, whole or not at all. */
export function replaceKeyFile(dataFolder: string, wanted: KeyFile): KeyFile {
  renameSync(writeDraft(dataFolder, wanted), keyFileIn(dataFolder));
  return wanted;
}

function writeDraft(dataFolder: string, content: KeyFile): string {
  const draft = `${keyFileIn(dataFolder)}.${randomUUID()}.new`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  // Whatever the umask was.
  chmodSync(draft, 0o600);
  return draft;
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('It is not JSON.');
    return z.NEVER;
  }
}
