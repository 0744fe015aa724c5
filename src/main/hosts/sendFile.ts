import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Outcome } from '../../shared/outcome/outcome.ts';
import type { Backend } from '../backend.ts';
import { PIECE_BYTES, piecesOf } from './filePieces.ts';

const opened = z.object({ fileId: z.string() });

/**
 * Hands a file of the disk to intake without ever holding all of it, and returns intake's name for it. Where it cannot
 * be read, it rejects with the error of the system.
 */
export async function sendFile(dispatch: Backend['dispatch'], name: string, path: string): Promise<Outcome<string>> {
  const handle = await open(path);
  try {
    const status = await handle.stat();
    // A pipe does not know its size.
    if (!status.isFile()) return await sendBytes(dispatch, name, await handle.readFile());
    return await send(dispatch, name, status.size, piecesOf(handle, status.size));
  } finally {
    await handle.close();
  }
}

/** Hands bytes to intake as a file, and returns intake's name for it. */
export function sendBytes(dispatch: Backend['dispatch'], name: string, bytes: Buffer): Promise<Outcome<string>> {
  const starts = Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, index) => index * PIECE_BYTES);
  const pieces = starts.map((start) => bytes.subarray(start, start + PIECE_BYTES));
  return send(dispatch, name, bytes.length, pieces);
}

async function send(
  dispatch: Backend['dispatch'],
  name: string,
  sizeBytes: number,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Outcome<string>> {
  const opening = await dispatch('intake.openFile', { name, sizeBytes });
  if (!opening.ok) return opening;
  const { fileId } = opened.parse(opening.value);
  let isWhole = false;
  try {
    for await (const bytes of pieces) {
      const appended = await dispatch('intake.appendToFile', { fileId, bytes });
      if (!appended.ok) return appended;
    }
    isWhole = true;
  } finally {
    if (!isWhole) await dispatch('intake.closeFiles', { fileIds: [fileId] });
  }
  return { ok: true, value: fileId };
}
