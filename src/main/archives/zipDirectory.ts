import { MOST_ENTRIES, tooManyFiles } from './archive.ts';

/** A file of a ZIP archive, as the directory at the archive's end lists it. */
export interface ZipMember {
  readonly path: string;
  /** How it is packed: 0 stored, 8 Deflate. */
  readonly method: number;
  readonly hasPassword: boolean;
  /** CRC-32 of what it unpacks to. */
  readonly checksum: number;
  readonly packedBytes: number;
  /** Where its own header begins. */
  readonly headerOffset: number;
}

const END = Buffer.from('504b0506', 'hex');
const END_LOCATOR_64 = 0x07064b50;
const END_64 = 0x06064b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;

const ENCRYPTED = 1;
const NAME_IS_UTF8 = 0x0800;
/** WinZip's AES: the method of the directory, while the real one stands in an extra field. */
const AES = 99;

const EXTRA_64 = 1;
const IN_EXTRA_32 = 0xffff_ffff;
const LOCATOR_BYTES = 20;

/**
 * The files of a ZIP archive, without its folders. Own code, because fflate’s streaming reader neither tells checksums
 * nor passwords. Structure: PKWARE’s APPNOTE.TXT, with ZIP64.
 * @throws RangeError where the directory is cut or damaged
 */
export function readZipDirectory(bytes: Buffer): readonly ZipMember[] {
  const { count, offset: start } = findDirectory(bytes);
  const members: ZipMember[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== LISTED) throw new RangeError('The directory ends before its last file.');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const path = bytes.toString((flags & NAME_IS_UTF8) === 0 ? 'latin1' : 'utf8', at + 46, nameEnd);
    if (!path.endsWith('/')) {
      if (members.length === MOST_ENTRIES) throw tooManyFiles('zip');
      members.push({
        path,
        method,
        hasPassword: (flags & ENCRYPTED) !== 0 || method === AES,
        checksum: bytes.readUInt32LE(at + 16),
        ...placeOf(bytes, at, bytes.subarray(nameEnd, extraEnd)),
      });
    }
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return members;
}

/** The packed bytes of a file. @throws RangeError where they are not all there */
export function packedBytesOf(bytes: Buffer, { headerOffset, packedBytes }: ZipMember): Buffer {
  if (bytes.readUInt32LE(headerOffset) !== LOCAL) throw new RangeError('A file does not begin where it is listed.');
  const start = headerOffset + 30 + bytes.readUInt16LE(headerOffset + 26) + bytes.readUInt16LE(headerOffset + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes) throw new RangeError('The archive ends within a file.');
  return packed;
}

function findDirectory(bytes: Buffer): { readonly count: number; readonly offset: number } {
  const end = bytes.lastIndexOf(END);
  if (end < 0) throw new RangeError('The archive has no directory.');
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && bytes.readUInt32LE(locator) === END_LOCATOR_64) {
    const end64 = wholeNumber(bytes, locator + 8);
    if (bytes.readUInt32LE(end64) !== END_64) throw new RangeError('The archive has no directory.');
    return { count: wholeNumber(bytes, end64 + 32), offset: wholeNumber(bytes, end64 + 48) };
  }
  return { count: bytes.readUInt16LE(end + 10), offset: bytes.readUInt32LE(end + 16) };
}

/** Size and place of a listed file; in an extra field where 32 bits do not hold them. */
function placeOf(bytes: Buffer, at: number, extra: Buffer): Pick<ZipMember, 'packedBytes' | 'headerOffset'> {
  const large = extraField(extra, EXTRA_64);
  let next = 0;
  const value = (field: number): number => {
    const short = bytes.readUInt32LE(field);
    if (short !== IN_EXTRA_32 || large === null) return short;
    next += 8;
    return wholeNumber(large, next - 8);
  };
  value(at + 24); // The unpacked size comes first; what comes out is counted instead.
  return { packedBytes: value(at + 20), headerOffset: value(at + 42) };
}

function extraField(extra: Buffer, id: number): Buffer | null {
  let at = 0;
  while (at + 4 <= extra.length) {
    const size = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + size);
    at += 4 + size;
  }
  return null;
}

function wholeNumber(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw new RangeError('A number is larger than any file.');
  return value;
}
