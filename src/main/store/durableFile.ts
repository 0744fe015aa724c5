import { chmodSync, closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';

const PIECE_BYTES = 1_048_576;

/** For this account alone. */
const PRIVATE_MODE = 0o600;

/** Returns when the bytes of a file are on the disk. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a file its last name, so that after a power cut either the old or the new one is whole. */
export function moveInPlace(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Windows and some shares cannot flush a folder; what lies in it is flushed all the same. */
export function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The name may be lost in a power cut, the file under its old name is not.
  }
}

/** Keeps a file from other accounts, where its disk knows accounts: a stick does not. */
export function keepPrivate(file: string): void {
  try {
    chmodSync(file, PRIVATE_MODE);
  } catch {
    // Whoever has the stick has what is on it.
  }
}

/** Writes a small document whole or not at all, for this account alone. */
export function writeWhole(file: string, text: string): void {
  const half = `${file}.new`;
  writeFileSync(half, text, { mode: PRIVATE_MODE });
  flush(half);
  moveInPlace(half, file);
}

/** Of the bytes of a file, in hex. */
export function sha256Of(file: string): string {
  const digest = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      digest.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return digest.digest('hex');
}

/** Removes a database with everything that SQLite may have put beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
}
