import type { FileHandle } from 'node:fs/promises';

/** Large enough to be quick, small enough to weigh nothing. */
export const PIECE_BYTES = 1_048_576;

/** A file in pieces, so that never all of it is held. Each piece stands in the same memory. One that the file has lost meanwhile is missed by whoever reads the file. */
export async function* piecesOf(handle: FileHandle, sizeBytes: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(Math.min(PIECE_BYTES, sizeBytes));
  for (let at = 0; at < sizeBytes;) {
    const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, sizeBytes - at), at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}
