import { inflateRawSync } from 'node:zlib';
import { intakeIssue } from '../../shared/intake/intakeIssues.ts';
import { cabChecksum } from './cabChecksum.ts';
import {
  ArchiveError,
  MOST_ENTRIES,
  tooLarge,
  tooManyFiles,
  type ArchiveEntry,
  type RefusedEntry,
  type Unpacked,
  type UnpackLimits,
} from './archive.ts';

/*
 * Cabinet files as `mdmdiagnosticstool -cab` writes them: stored or MSZIP. Structure: "Microsoft Cabinet Format" and
 * "MSZIP Compression and Decompression Data Structure" ([MS-MCI]). Own code, because no maintained package reads them.
 */

const HEADER_BYTES = 36;
const HAS_PREVIOUS = 1;
const HAS_NEXT = 2;
const HAS_RESERVE = 4;
const NAME_IS_UTF8 = 0x80;
const COMPRESSION_MASK = 0x000f;
const STORED = 0;
const MSZIP = 1;
const FIRST_SPANNING_FOLDER = 0xfffd;
/** A block unpacks to at most this, and may refer to as much of what came before it. */
const BLOCK_BYTES = 32_768;

interface Folder {
  readonly dataOffset: number;
  readonly blocks: number;
  readonly compression: number;
}

interface Listed {
  readonly path: string;
  readonly size: number;
  readonly offset: number;
  readonly folder: number;
}

/**
 * Unpacks the wanted files of a cabinet, as far as the checksums of its blocks are right.
 * @throws ArchiveError
 */
export function readCab(bytes: Buffer, limits: UnpackLimits): Unpacked {
  try {
    return unpack(bytes, limits);
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(intakeIssue('archive.damaged', 'file', { kind: 'cab', paths: null }), cause);
  }
}

function unpack(bytes: Buffer, { isWanted, mostBytes }: UnpackLimits): Unpacked {
  const { folders, files, dataReserve } = readDirectory(bytes);
  const wanted = files.filter(({ path }) => isWanted(path));
  const skipped = files.filter(({ path }) => !isWanted(path)).map(({ path }) => path);
  const entries: ArchiveEntry[] = [];
  const refused: RefusedEntry[] = [];
  let left = mostBytes;
  const packed = { leftBytes: bytes.length };
  for (const [index, folder] of folders.entries()) {
    const inFolder = wanted.filter((file) => file.folder === index);
    if (inFolder.length === 0) continue;
    const needed = Math.max(...inFolder.map(({ offset, size }) => offset + size));
    refuseOverlap(inFolder);
    if (needed > left) throw tooLarge(mostBytes);
    if (folder.compression !== STORED && folder.compression !== MSZIP) {
      for (const { path } of inFolder) refused.push({ path, reason: 'compression' });
      continue;
    }
    const content = unpackFolder(bytes, folder, dataReserve, needed, packed);
    left -= content.length;
    for (const { path, offset, size } of inFolder) {
      if (offset + size > content.length) refused.push({ path, reason: 'damaged' });
      else entries.push({ path, bytes: content.subarray(offset, offset + size) });
    }
  }
  for (const { path, folder } of wanted) {
    if (folder >= FIRST_SPANNING_FOLDER) refused.push({ path, reason: 'parts' });
    else if (folder >= folders.length) refused.push({ path, reason: 'damaged' });
  }
  return { entries, refused, skipped };
}

/**
 * Files of a folder lie one behind the other. Where they overlap, a small cabinet would stand for any number of large files.
 * @throws ArchiveError
 */
function refuseOverlap(files: readonly Listed[]): void {
  let end = 0;
  for (const { offset, size } of files.toSorted((one, other) => one.offset - other.offset)) {
    if (size === 0) continue;
    if (offset < end) throw overlaps();
    end = offset + size;
  }
}

function overlaps(): ArchiveError {
  return new ArchiveError(intakeIssue('archive.overlap', 'file'));
}

function readDirectory(bytes: Buffer) {
  const filesOffset = bytes.readUInt32LE(16);
  const folderCount = bytes.readUInt16LE(26);
  const fileCount = bytes.readUInt16LE(28);
  const flags = bytes.readUInt16LE(30);
  if (fileCount > MOST_ENTRIES) throw tooManyFiles('cab');
  let offset = HEADER_BYTES;
  let folderReserve = 0;
  let dataReserve = 0;
  if ((flags & HAS_RESERVE) !== 0) {
    const headerReserve = bytes.readUInt16LE(offset);
    folderReserve = bytes.readUInt8(offset + 2);
    dataReserve = bytes.readUInt8(offset + 3);
    offset += 4 + headerReserve;
  }
  for (const flag of [HAS_PREVIOUS, HAS_NEXT]) {
    if ((flags & flag) === 0) continue;
    // Name of the other cabinet, then of its disk.
    offset = endOfText(bytes, endOfText(bytes, offset));
  }
  const folders: Folder[] = [];
  for (let index = 0; index < folderCount; index++) {
    folders.push({
      dataOffset: bytes.readUInt32LE(offset),
      blocks: bytes.readUInt16LE(offset + 4),
      compression: bytes.readUInt16LE(offset + 6) & COMPRESSION_MASK,
    });
    offset += 8 + folderReserve;
  }
  return { folders, files: readFileList(bytes, filesOffset, fileCount), dataReserve };
}

function readFileList(bytes: Buffer, start: number, count: number): Listed[] {
  const files: Listed[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const nameEnd = endOfText(bytes, at + 16);
    const isUtf8 = (bytes.readUInt16LE(at + 14) & NAME_IS_UTF8) !== 0;
    files.push({
      size: bytes.readUInt32LE(at),
      offset: bytes.readUInt32LE(at + 4),
      folder: bytes.readUInt16LE(at + 8),
      path: bytes.toString(isUtf8 ? 'utf8' : 'latin1', at + 16, nameEnd - 1),
    });
    at = nameEnd;
  }
  return files;
}

/** The offset behind the NUL that ends a text. */
function endOfText(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(0, start);
  if (end < 0) throw new RangeError('A text does not end.');
  return end + 1;
}

/**
 * Unpacks the blocks of a folder until there are as many bytes as are needed, or up to the first block that is damaged.
 * @param packed what is left to read of the cabinet: no block belongs to two folders
 * @throws ArchiveError where more is read than the cabinet has
 */
function unpackFolder(
  bytes: Buffer,
  folder: Folder,
  dataReserve: number,
  needed: number,
  packed: { leftBytes: number },
): Buffer {
  const blocks: Buffer[] = [];
  let history: Buffer = Buffer.alloc(0);
  let unpacked = 0;
  let offset = folder.dataOffset;
  try {
    for (let index = 0; index < folder.blocks && unpacked < needed; index++) {
      const checksum = bytes.readUInt32LE(offset);
      const packedBytes = bytes.readUInt16LE(offset + 4);
      const unpackedBytes = bytes.readUInt16LE(offset + 6);
      const start = offset + 8 + dataReserve;
      const data = bytes.subarray(start, start + packedBytes);
      if (data.length !== packedBytes) throw new RangeError('A block ends behind the cabinet.');
      packed.leftBytes -= start + packedBytes - offset;
      if (packed.leftBytes < 0) throw overlaps();
      // Zero says that there is none.
      if (checksum !== 0 && checksum !== cabChecksum(data, bytes.subarray(offset + 4, offset + 8))) {
        throw new RangeError('The checksum of a block is wrong.');
      }
      const block = folder.compression === STORED ? data : inflateBlock(data, history);
      if (block.length !== unpackedBytes) throw new RangeError('A block does not have the length that it claims.');
      blocks.push(block);
      history = block;
      unpacked += block.length;
      offset = start + packedBytes;
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    // Where a block is damaged, nothing tells where the next one begins, and MSZIP goes on from what it unpacked to.
  }
  return Buffer.concat(blocks);
}

/** "CK", then Deflate whose window goes on from the block before. */
function inflateBlock(data: Buffer, history: Buffer): Buffer {
  if (data.toString('latin1', 0, 2) !== 'CK') throw new RangeError('A block is no MSZIP block.');
  const options = { maxOutputLength: BLOCK_BYTES, ...(history.length === 0 ? {} : { dictionary: history }) };
  return inflateRawSync(data.subarray(2), options);
}
