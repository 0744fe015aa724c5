import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Document } from '../../../../shared/api/document.ts';
import { makeOwnFiles } from '../../ownUmask.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus } from '../program/exitStatus.ts';

/** Whether whoever has the file could claim devices with it: then it is for this account alone. */
type Holds = 'hashes' | 'noHashes';

/** Writes a document into a folder under its own name, and returns the path. */
export function writeInto(folder: string, document: Document, holds: Holds): string {
  return writeTo(join(folder, basename(document.fileName)), document, holds);
}

/** Writes a document to a file, making the folders on the way, and returns the path. */
export function writeTo(file: string, document: Document, holds: Holds): string {
  try {
    makeOwnFiles(() => mkdirSync(dirname(file), { recursive: true }));
    const write = () => writeFileSync(file, Buffer.from(document.base64, 'base64'));
    if (holds === 'hashes') write();
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
