import { readU16 } from './byteReader.ts';
import { recordName } from './recordTypes.ts';

/** SHA-256 of some bytes: 32 bytes. Given by the caller, because the language itself has none. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Where a record stands in the decoded bytes. `length` includes its 4-byte header, as in the hash itself. */
export interface HashRecord {
  readonly type: number;
  readonly offset: number;
  readonly length: number;
  readonly name: string;
}

/** The first thing that keeps the bytes from being a whole hash. */
export type ContainerDamage =
  | { readonly kind: 'no-magic' }
  | { readonly kind: 'cut'; readonly neededBytes: number }
  | { readonly kind: 'record'; readonly type: number | null }
  | { readonly kind: 'no-checksum' };

export interface HashContainer {
  /** Bytes from the start to the end of the last record as the hash declares it; null where that cannot be read. */
  readonly total: number | null;
  /** Every record before the damage, in the order of the hash. */
  readonly records: readonly HashRecord[];
  readonly damage: ContainerDamage | null;
}

export const HEADER_BYTES = 4;
export const CHECKSUM_RECORD_BYTES = 36;
const DIGEST_BYTES = 32;
const MAGIC = 0x414f;
const CHECKSUM_MAGIC = 0x5343;

/** Splits decoded bytes into records, as far as they go: "OA", TOTAL, records, "CS" and a SHA-256. */
export function readContainer(bytes: Uint8Array): HashContainer {
  if (bytes.length < HEADER_BYTES || readU16(bytes, 0) !== MAGIC) {
    return { total: null, records: [], damage: { kind: 'no-magic' } };
  }
  const total = readU16(bytes, 2);
  const end = Math.min(total, bytes.length);
  const records: HashRecord[] = [];
  let offset = HEADER_BYTES;
  while (offset + HEADER_BYTES <= end) {
    const length = readU16(bytes, offset + 2);
    if (length < HEADER_BYTES || offset + length > end) break;
    const type = readU16(bytes, offset);
    records.push({ type, offset, length, name: recordName(type) });
    offset += length;
  }
  return { total, records, damage: findDamage(bytes, total, offset) };
}

function findDamage(bytes: Uint8Array, total: number, walkEnd: number): ContainerDamage | null {
  const neededBytes = total + CHECKSUM_RECORD_BYTES;
  if (bytes.length < neededBytes) return { kind: 'cut', neededBytes };
  if (walkEnd !== total) {
    return { kind: 'record', type: walkEnd + HEADER_BYTES <= total ? readU16(bytes, walkEnd) : null };
  }
  const isChecksum = readU16(bytes, total) === CHECKSUM_MAGIC && readU16(bytes, total + 2) === CHECKSUM_RECORD_BYTES;
  return isChecksum ? null : { kind: 'no-checksum' };
}

/** Whether the SHA-256 at the end is that of the payload. Only for a container without damage. */
export function checksumMatches(bytes: Uint8Array, total: number, sha256: Sha256): boolean {
  const digest = sha256(bytes.subarray(0, total));
  const stored = total + HEADER_BYTES;
  for (let index = 0; index < DIGEST_BYTES; index++) {
    if (digest[index] !== bytes[stored + index]) return false;
  }
  return true;
}

/** The data of a record, without its header. */
export function recordData(bytes: Uint8Array, record: HashRecord): Uint8Array {
  return bytes.subarray(record.offset + HEADER_BYTES, record.offset + record.length);
}
