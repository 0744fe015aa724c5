import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Document } from '../../../../shared/api/document.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';

/** Writes a document into a folder under its own name, and returns the path. */
export async function writeInto(folder: string, document: Document): Promise<string> {
  return writeTo(join(folder, basename(document.fileName)), document);
}

/**
 * Writes a document to a file, making the folders on the way, and returns the path. The file is whole or, where the disk
 * fails, as it was before.
 */
export async function writeTo(file: string, document: Document): Promise<string> {
  const draft = `${file}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, Buffer.from(document.base64, 'base64'));
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined);
    const reason = reasonOf(cause);
    throw new CommandError(
      `${file} cannot be written: ${reason}. Choose another place with --out.`,
      exitStatus.failed,
      {
        cause,
      },
    );
  }
  return file;
}

/** What the system says of the place, in words. */
const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EIO', 'the disk gave an error'],
  ['EROFS', 'the place cannot be written to'],
  ['EACCES', 'this account may not write there'],
  ['EPERM', 'this account may not write there'],
  ['EMFILE', 'too many files are open on this computer'],
  ['ENFILE', 'too many files are open on this computer'],
]);

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return reasons.get('code' in cause ? cause.code : null) ?? cause.message;
}
