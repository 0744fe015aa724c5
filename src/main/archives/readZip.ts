import { crc32, inflateRawSync } from 'node:zlib';
import { intakeIssue } from '../../shared/intake/intakeIssues.ts';
import {
  ArchiveError,
  tooLarge,
  type ArchiveEntry,
  type RefusedEntry,
  type Unpacked,
  type UnpackLimits,
} from './archive.ts';
import { packedBytesOf, readZipDirectory, type ZipMember } from './zipDirectory.ts';

const STORED = 0;
const DEFLATE = 8;
/** Bytes that come out in one step, before they are counted. */
const PIECE_BYTES = 65_536;

/** A list of hashes packs to about a sixth, of the same hash over and over to less; a bomb is a thousand times itself. */
const MOST_TIMES_PACKED = 200;
/** Small files may be as empty as they like. */
const FREE_BYTES = 16_777_216;

/**
 * Unpacks the wanted files of a ZIP archive whose checksums are right. What comes out is counted as it comes, whatever
 * the archive claims.
 * @throws ArchiveError
 */
export function readZip(bytes: Buffer, { isWanted, mostBytes }: UnpackLimits): Unpacked {
  const members = directoryOf(bytes);
  const entries: ArchiveEntry[] = [];
  const refused: RefusedEntry[] = [];
  let packed = 0;
  let unpacked = 0;

  /** @throws ArchiveError when more comes out than may; another error where the file is damaged */
  function contentOf(member: ZipMember): Buffer {
    const data = packedBytesOf(bytes, member);
    packed += data.length;
    const most = Math.min(mostBytes, Math.max(FREE_BYTES, packed * MOST_TIMES_PACKED));
    const left = most - unpacked;
    const content = member.method === STORED ? data : inflateAtMost(data, left);
    if (content === null || content.length > left) throw tooLarge(most === mostBytes ? mostBytes : FREE_BYTES);
    unpacked += content.length;
    if (crc32(content) !== member.checksum) throw new RangeError('The checksum of a file is wrong.');
    return content;
  }

  for (const member of members) {
    const { path, method, hasPassword } = member;
    if (!isWanted(path)) continue;
    if (hasPassword) refused.push({ path, reason: 'password' });
    else if (method !== STORED && method !== DEFLATE) refused.push({ path, reason: 'compression' });
    else {
      try {
        entries.push({ path, bytes: contentOf(member) });
      } catch (error) {
        if (error instanceof ArchiveError) throw error;
        refused.push({ path, reason: 'damaged' });
      }
    }
  }
  return { entries, refused, skipped: members.filter(({ path }) => !isWanted(path)).map(({ path }) => path) };
}

function directoryOf(bytes: Buffer): readonly ZipMember[] {
  try {
    return readZipDirectory(bytes);
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(intakeIssue('archive.damaged', 'file', { kind: 'zip', paths: null }), cause);
  }
}

/** Null where more would come out. @throws an error of zlib where it is no Deflate, or cut */
function inflateAtMost(data: Buffer, most: number): Buffer | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most), chunkSize: PIECE_BYTES });
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}
