import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/** Writes a document to a file, making the folders on the way, and returns the path. */
export function writeTo(file: string, document: Document, kind: Kind): string {
  try {
    makeOwnFiles(() => mkdirSync(dirname(file), { recursive: true }));
    const write = () => writeFileSync(file, Buffer.from(document.base64, 'base64'));
    if (kind === 'secret') write();
    else makeOwnFiles(write);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
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
