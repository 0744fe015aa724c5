import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import {
  ArchiveError,
  MOST_ENTRIES,
  tooLarge,
  tooManyFiles,
  type ArchiveEntry,
  type Unpacked,
  type UnpackLimits,
} from './archive.ts';

/** Deflate makes at most 1,032 bytes of one, so a piece cannot unpack to more than 17 MB before it is counted. */
const PIECE_BYTES = 16_384;

/** A list of hashes packs to about a sixth, of the same hash over and over to less; a bomb is a thousand times itself. */
const MOST_TIMES_PACKED = 200;
/** Small files may be as empty as they like. */
const FREE_BYTES = 16_777_216;

/**
 * Unpacks the wanted files of a ZIP archive. What comes out is counted as it comes, whatever the archive claims.
 * @throws ArchiveError
 */
export function readZip(bytes: Buffer, { isWanted, mostBytes }: UnpackLimits): Unpacked {
  const entries: ArchiveEntry[] = [];
  const skipped: string[] = [];
  const unfinished = new Set<string>();
  let pushed = 0;
  let unpacked = 0;
  let listed = 0;

  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    if (++listed > MOST_ENTRIES) throw tooManyFiles('zip');
    if (isWanted(file.name)) collect(file);
    else skipped.push(file.name);
  });
  unzip.register(UnzipInflate);

  function collect(file: UnzipFile): void {
    const pieces: Uint8Array[] = [];
    unfinished.add(file.name);
    file.ondata = (error: Error | null, piece, isLast) => {
      if (error !== null) throw error;
      unpacked += piece.length;
      const isBomb = unpacked > FREE_BYTES && unpacked > pushed * MOST_TIMES_PACKED;
      if (isBomb || unpacked > mostBytes) throw tooLarge(isBomb ? FREE_BYTES : mostBytes);
      pieces.push(piece);
      if (!isLast) return;
      unfinished.delete(file.name);
      entries.push({ path: file.name, bytes: Buffer.concat(pieces) });
    };
    file.start();
  }

  try {
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const end = Math.min(start + PIECE_BYTES, bytes.length);
      pushed = end;
      unzip.push(bytes.subarray(start, end), end === bytes.length);
    }
    if (unfinished.size > 0) throw new RangeError('The archive ends within a file.');
  } catch (cause) {
    throw asArchiveError(cause);
  }
  return { entries, skipped };
}

function asArchiveError(cause: unknown): ArchiveError {
  if (cause instanceof ArchiveError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const issue = reason.includes('compression type')
    ? intakeIssue('archive.compression', 'file', { kind: 'zip' })
    : intakeIssue('archive.damaged', 'file', { kind: 'zip' });
  return new ArchiveError(issue, cause);
}
