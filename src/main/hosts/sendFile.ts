import type { Backend } from '../backend.ts';
import { z } from 'zod';
import type { Outcome } from '../../shared/api/outcome.ts';

/** What one message carries; the loopback door's limit leaves room for base64. */
const PIECE_BYTES = 4 * 1_024 * 1_024;
const opened = z.object({ fileId: z.string() });

/** Hands a file to intake in pieces, as every door does, and returns intake's name for it. */
export async function sendFile(dispatch: Backend['dispatch'], name: string, bytes: Buffer): Promise<Outcome<string>> {
  const opening = await dispatch('intake.openFile', { name, sizeBytes: bytes.length });
  if (!opening.ok) return opening;
  const { fileId } = opened.parse(opening.value);
  for (let offset = 0; offset < bytes.length; offset += PIECE_BYTES) {
    const base64 = bytes.toString('base64', offset, offset + PIECE_BYTES);
    const appended = await dispatch('intake.appendToFile', { fileId, base64 });
    if (!appended.ok) return appended;
  }
  return { ok: true, value: fileId };
}
