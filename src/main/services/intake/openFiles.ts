import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/api/appError.ts';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';

/** All files that are open at once; a delivery of 100,000 devices has 400 MB. */
const MOST_BYTES = 1_073_741_824;

/** A file that a door handed over. Its memory is shared, so that the intake thread reads it where it arrived. */
export interface OpenFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: SharedArrayBuffer;
}

interface ArrivingFile extends OpenFile {
  arrivedBytes: number;
}

type FilePiece = ParsedInputOf<'intake.appendToFile'>;

/** The files that doors have handed over, piece by piece, and nobody has read yet. */
export function createOpenFiles() {
  const files = new Map<string, ArrivingFile>();

  function find(fileId: string): ArrivingFile {
    const file = files.get(fileId);
    if (file !== undefined) return file;
    throw new AppError('not-found', 'This file is not open any more.', { remedy: 'Open it again.' });
  }

  return {
    /** Makes room for a file and returns its name for the calls to come. */
    open(name: string, sizeBytes: number): string {
      const held = [...files.values()].reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
      if (held + sizeBytes > MOST_BYTES) {
        throw new AppError('too-large', 'These files are larger than one gibibyte together.', {
          remedy: 'Import them in parts, or split them.',
        });
      }
      const fileId = randomUUID();
      files.set(fileId, { fileId, name, bytes: new SharedArrayBuffer(sizeBytes), arrivedBytes: 0 });
      return fileId;
    },

    append(piece: FilePiece): void {
      const file = find(piece.fileId);
      const written = 'bytes' in piece ? copy(piece.bytes, file) : decode(piece.base64, file);
      if (written !== null) {
        file.arrivedBytes += written;
        return;
      }
      files.delete(piece.fileId);
      throw new AppError('invalid-input', `A piece of ${file.name} did not arrive whole.`, {
        remedy: 'Open the file again.',
      });
    },

    /** Hands the files over to be read; they are not open any more. */
    take(fileIds: readonly string[]): readonly OpenFile[] {
      const taken = fileIds.map(find);
      for (const fileId of fileIds) files.delete(fileId);
      const partial = taken.find(({ bytes, arrivedBytes }) => arrivedBytes < bytes.byteLength);
      if (partial === undefined) return taken.map(({ fileId, name, bytes }) => ({ fileId, name, bytes }));
      throw new AppError('invalid-input', `${partial.name} did not arrive whole.`, { remedy: 'Open the file again.' });
    },
  };
}

/** How many bytes were written; null where there is no room for all of them. */
function copy(piece: Uint8Array, { bytes, arrivedBytes }: ArrivingFile): number | null {
  if (arrivedBytes + piece.length > bytes.byteLength) return null;
  new Uint8Array(bytes).set(piece, arrivedBytes);
  return piece.length;
}

/** Strict where Node is not: it skips what is no base64, and a piece that lost a byte would be a damaged file. */
function decode(base64: string, { bytes, arrivedBytes }: ArrivingFile): number | null {
  const written = Buffer.from(bytes).write(base64, arrivedBytes, 'base64');
  return base64.length % 4 === 0 && written === Buffer.byteLength(base64, 'base64') ? written : null;
}
