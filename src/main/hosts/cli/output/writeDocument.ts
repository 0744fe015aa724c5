import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Document } from '../../../../shared/api/document.ts';
import { makeOwnFiles } from '../../ownUmask.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';

/** A file with hashes or a key is for this account alone: whoever has it can claim devices, or open the queue. */
type Kind = 'secret' | 'shared';

/** Writes a document into a folder under its own name, and returns the path. */
export function writeInto(folder: string, document: Document, kind: Kind): string {
  return writeTo(join(folder, basename(document.fileName)), document, kind);
}

/**
 * Writes a document to the place that `--out` names, and returns the path: a folder that is there, or a name without an ending, is
 * a folder; any other is the file.
 */
export function writeOut(out: string, document: Document, kind: Kind): string {
  const isFolder = existsSync(out) ? statSync(out).isDirectory() : extname(out) === '';
  return isFolder ? writeInto(out, document, kind) : writeTo(out, document, kind);
}

/**
 * Writes a document to a file, making the folders on the way, and returns the path. The file is whole or, where the disk
 * fails, as it was before.
 */
export function writeTo(file: string, document: Document, kind: Kind): string {
  const draft = `${file}.part`;
  try {
    makeOwnFiles(() => mkdirSync(dirname(file), { recursive: true }));
    const write = () => writeFileSync(draft, Buffer.from(document.base64, 'base64'));
    if (kind === 'secret') write();
    else makeOwnFiles(write);
    renameSync(draft, file);
  } catch (cause) {
    removeIfPossible(draft);
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

/** A disk that does not take the file may not give the rest of it back either. */
function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be removed is left: the sentence is about the file that could not be written.
  }
}
