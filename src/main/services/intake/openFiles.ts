import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/appError.ts';

/** All files that are open at once; a delivery of 100,000 devices has 400 MB. */
const MOST_BYTES = 1_073_741_824;

export interface OpenFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

interface ArrivingFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly pieces: Uint8Array[];
  arrivedBytes: number;
}

/** The files that a door has handed over and nobody has read yet. */
export function createOpenFiles() {
  const files = new Map<string, ArrivingFile>();

  function open(name: string, sizeBytes: number): string {
    const held = [...files.values()].reduce((sum, file) => sum + file.sizeBytes, 0);
    if (held + sizeBytes > MOST_BYTES) {
      throw new AppError('too-large', 'These files are larger than one gibibyte together.', {
        remedy: 'Import them in parts, or split them.',
      });
    }
    const fileId = randomUUID();
    files.set(fileId, { name, sizeBytes, pieces: [], arrivedBytes: 0 });
    return fileId;
  }

  function append(fileId: string, piece: Uint8Array): void {
    const file = find(fileId);
    file.arrivedBytes += piece.length;
    if (file.arrivedBytes > file.sizeBytes) {
      files.delete(fileId);
      throw new AppError('invalid-input', `${file.name} is larger than it was said to be.`, {
        remedy: 'Open the file again.',
      });
    }
    file.pieces.push(piece);
  }

  /** Hands the files over to be read; they are not open any more. */
  function take(fileIds: readonly string[]): readonly OpenFile[] {
    const taken = fileIds.map((fileId): OpenFile => {
      const { name, pieces, arrivedBytes, sizeBytes } = find(fileId);
      if (arrivedBytes < sizeBytes) {
        throw new AppError('invalid-input', `${name} did not arrive whole.`, { remedy: 'Open the file again.' });
      }
      return { fileId, name, bytes: joined(pieces, sizeBytes) };
    });
    for (const fileId of fileIds) files.delete(fileId);
    return taken;
  }

  function find(fileId: string): ArrivingFile {
    const file = files.get(fileId);
    if (file !== undefined) return file;
    throw new AppError('not-found', 'This file is not open any more.', { remedy: 'Open it again.' });
  }

  return { open, append, take };
}

/** One buffer; pieces are let go as they are copied, so that at most one of them is held twice. */
function joined(pieces: Uint8Array[], sizeBytes: number): Buffer {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return Buffer.from(only.buffer, only.byteOffset, only.length);
  const bytes = Buffer.allocUnsafe(sizeBytes);
  let offset = 0;
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
