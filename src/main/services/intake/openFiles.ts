import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { Clock } from '../../ports.ts';

/** All files that are open at once; a delivery of 100,000 devices has 400 MB. */
const MOST_BYTES = 1_073_741_824;

/** A file that a door handed over. Its memory is shared, so that the intake thread reads it where it arrived. */
export interface OpenFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: SharedArrayBuffer;
}

/** Whoever sends several files sends them one after the other, so a sign of life of one of them counts for all. */
const QUIET_MS = 10 * 60_000;

interface ArrivingFile {
  readonly fileId: string;
  readonly name: string;
  /** As the door announced it. */
  readonly sizeBytes: number;
  /** Grows with what arrives, so that a file that is only announced holds no memory. */
  bytes: SharedArrayBuffer;
  arrivedBytes: number;
}

/** The first room of a file; a smaller one gets all of its own at once. */
const FIRST_ROOM_BYTES = 8_388_608;

type FilePiece = ParsedInputOf<'intake.appendToFile'>;

/**
 * The files that doors have handed over, piece by piece, and nobody has read yet. Once nothing has arrived for ten minutes,
 * nobody is going to read them, and their memory is given back.
 */
export function createOpenFiles(clock: Pick<Clock, 'monotonicMs' | 'wait'>) {
  const files = new Map<string, ArrivingFile>();
  const ended = new AbortController();
  let lastSignMs = 0;
  let isWatched = false;

  function forgetIfQuiet(): void {
    if (clock.monotonicMs() - lastSignMs >= QUIET_MS) files.clear();
  }

  async function watchUntilEmpty(): Promise<void> {
    isWatched = true;
    while (files.size > 0 && !ended.signal.aborted) {
      await clock.wait(QUIET_MS, ended.signal);
      forgetIfQuiet();
    }
    isWatched = false;
  }

  const heldBytes = (): number => [...files.values()].reduce((sum, { arrivedBytes }) => sum + arrivedBytes, 0);

  function find(fileId: string, among: ReadonlyMap<string, ArrivingFile> = files): ArrivingFile {
    const file = among.get(fileId);
    if (file !== undefined) return file;
    throw new AppError('not-found', 'This file is not open any more.', { remedy: 'Open it again.' });
  }

  return {
    /** Makes room for a file and returns its name for the calls to come. */
    open(name: string, sizeBytes: number): string {
      forgetIfQuiet();
      if (sizeBytes > MOST_BYTES) throw tooLarge();
      const fileId = randomUUID();
      files.set(fileId, { fileId, name, sizeBytes, bytes: new SharedArrayBuffer(0), arrivedBytes: 0 });
      lastSignMs = clock.monotonicMs();
      if (!isWatched) void watchUntilEmpty();
      return fileId;
    },

    append(piece: FilePiece): void {
      const file = find(piece.fileId);
      lastSignMs = clock.monotonicMs();
      const pieceBytes = 'bytes' in piece ? piece.bytes.length : Buffer.byteLength(piece.base64, 'base64');
      if (heldBytes() + pieceBytes > MOST_BYTES) {
        files.delete(piece.fileId);
        throw tooLarge();
      }
      makeRoom(file, pieceBytes);
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

    /** Gives up files that nobody is going to read. */
    close(fileIds: readonly string[]): void {
      for (const fileId of fileIds) files.delete(fileId);
    },

    /** Hands the files over to be read; they are not open any more, even where one of them is missing. */
    take(fileIds: readonly string[]): readonly OpenFile[] {
      const open = new Map(files);
      for (const fileId of fileIds) files.delete(fileId);
      const taken = fileIds.map((fileId) => find(fileId, open));
      const partial = taken.find(({ sizeBytes, arrivedBytes }) => arrivedBytes < sizeBytes);
      if (partial === undefined) return taken.map(({ fileId, name, bytes }) => ({ fileId, name, bytes }));
      throw new AppError('invalid-input', `${partial.name} did not arrive whole.`, { remedy: 'Open the file again.' });
    },

    /** Ends the watch over them. */
    end: (): void => ended.abort(),
  };
}

function tooLarge(): AppError {
  return new AppError('too-large', 'These files are larger than one gibibyte together.', {
    remedy: 'Import them in parts, or split them.',
  });
}

/** Doubles the room of a file until a piece fits, and never beyond what the file was announced with. */
function makeRoom(file: ArrivingFile, pieceBytes: number): void {
  const { bytes, sizeBytes, arrivedBytes } = file;
  const needed = Math.min(sizeBytes, arrivedBytes + pieceBytes);
  if (needed <= bytes.byteLength) return;
  const room = new SharedArrayBuffer(Math.min(sizeBytes, Math.max(FIRST_ROOM_BYTES, needed, 2 * bytes.byteLength)));
  new Uint8Array(room).set(new Uint8Array(bytes));
  file.bytes = room;
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
