import { readHex, readI8, readU16, readU32, readU8, readUuid } from '../../hashes/byteReader.ts';
import type { ValuePlace, WideText } from './binXml.ts';

/** The types of values in binary XML. Source: libevtx, “Value type”. */
const TYPE = {
  none: 0x00,
  text: 0x01,
  ansi: 0x02,
  i8: 0x03,
  u8: 0x04,
  i16: 0x05,
  u16: 0x06,
  i32: 0x07,
  u32: 0x08,
  i64: 0x09,
  u64: 0x0a,
  float: 0x0b,
  double: 0x0c,
  truth: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
} as const;
const ARRAY = 0x80;
/** 100 nanoseconds since 1601. */
export const FILE_TIME = TYPE.fileTime;
/** Binary XML within a value. */
export const NESTED = 0x21;

/** Bytes of one item of an array; text ends at its NUL instead. */
const itemBytes = new Map<number, number>([
  [TYPE.i8, 1],
  [TYPE.u8, 1],
  [TYPE.i16, 2],
  [TYPE.u16, 2],
  [TYPE.i32, 4],
  [TYPE.u32, 4],
  [TYPE.i64, 8],
  [TYPE.u64, 8],
  [TYPE.float, 4],
  [TYPE.double, 8],
  [TYPE.truth, 4],
  [TYPE.guid, 16],
  [TYPE.fileTime, 8],
  [TYPE.systemTime, 16],
  [TYPE.hex32, 4],
  [TYPE.hex64, 8],
]);

/** A value of an event as text, as the event viewer of Windows writes it; empty where there is none. Never throws. */
export function eventValueText(chunk: Uint8Array, { type, start, end }: ValuePlace, wideText: WideText): string {
  const single = type & ~ARRAY;
  if (single === TYPE.text) {
    const texts = wideText(chunk.subarray(start, end)).split('\0');
    return (type & ARRAY) === 0 ? (texts[0] ?? '') : texts.filter((text) => text !== '').join(', ');
  }
  if ((type & ARRAY) === 0) return one(chunk, single, start, end);
  const bytes = itemBytes.get(single);
  if (bytes === undefined) return readHex(chunk.subarray(start, end));
  const items: string[] = [];
  for (let at = start; at + bytes <= end; at += bytes) items.push(one(chunk, single, at, at + bytes));
  return items.join(', ');
}

function one(chunk: Uint8Array, type: number, start: number, end: number): string {
  const size = end - start;
  if (size < (itemBytes.get(type) ?? 0)) return '';
  switch (type) {
    case TYPE.ansi:
      return Array.from(chunk.subarray(start, end), (byte) => String.fromCharCode(byte))
        .join('')
        .replace(/\0+$/, '');
    case TYPE.i8:
      return String(readI8(chunk, start));
    case TYPE.u8:
      return String(readU8(chunk, start));
    case TYPE.i16:
      return String((readU16(chunk, start) << 16) >> 16);
    case TYPE.u16:
      return String(readU16(chunk, start));
    case TYPE.i32:
      return String(readU32(chunk, start) | 0);
    case TYPE.u32:
      return String(readU32(chunk, start));
    case TYPE.i64:
      return BigInt.asIntN(64, u64(chunk, start)).toString();
    case TYPE.u64:
      return u64(chunk, start).toString();
    case TYPE.float:
      return String(viewOf(chunk, start, 4).getFloat32(0, true));
    case TYPE.double:
      return String(viewOf(chunk, start, 8).getFloat64(0, true));
    case TYPE.truth:
      return readU32(chunk, start) === 0 ? 'false' : 'true';
    case TYPE.guid:
      return readUuid(chunk, start);
    case TYPE.fileTime:
      return fileTimeText(chunk, start) ?? '';
    case TYPE.systemTime:
      return systemTimeText(chunk, start) ?? '';
    case TYPE.sid:
      return sidText(chunk, start, end);
    case TYPE.hex32:
      return hexText(readU32(chunk, start).toString(16), 8);
    case TYPE.hex64:
      return hexText(u64(chunk, start).toString(16), 16);
    case TYPE.size:
      return size >= 8 ? hexText(u64(chunk, start).toString(16), 16) : hexText(readU32(chunk, start).toString(16), 8);
    case TYPE.none:
      return '';
    default:
      return readHex(chunk.subarray(start, end));
  }
}

const hexText = (digits: string, length: number): string => `0x${digits.padStart(length, '0')}`;

const u64 = (bytes: Uint8Array, at: number): bigint =>
  BigInt(readU32(bytes, at)) + BigInt(readU32(bytes, at + 4)) * 0x1_0000_0000n;

const viewOf = (bytes: Uint8Array, at: number, size: number): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset + at, size);

/** Between the year 1601, from which Windows counts, and 1970, in milliseconds. */
const EPOCH_MS = 11_644_473_600_000;
/** What a date of JavaScript holds. */
const LATEST_MS = 8_640_000_000_000_000;

/** 100 nanoseconds since 1601 as ISO 8601 in UTC; null for none, and for a time that no calendar has. */
export function fileTimeText(bytes: Uint8Array, at: number): string | null {
  const high = readU32(bytes, at + 4);
  const low = readU32(bytes, at);
  if (high === 0 && low === 0) return null;
  const milliseconds = Math.floor((high * 0x1_0000_0000) / 10_000 + low / 10_000) - EPOCH_MS;
  return Math.abs(milliseconds) > LATEST_MS ? null : new Date(milliseconds).toISOString();
}

function systemTimeText(bytes: Uint8Array, at: number): string | null {
  const part = (index: number): number => readU16(bytes, at + index * 2);
  const time = Date.UTC(part(0), part(1) - 1, part(3), part(4), part(5), part(6), part(7));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** `S-1-5-18`. */
function sidText(bytes: Uint8Array, start: number, end: number): string {
  const count = readU8(bytes, start + 1);
  if (start + 8 + count * 4 > end) return '';
  const authority = Array.from({ length: 6 }, (_, index) => readU8(bytes, start + 2 + index)).reduce(
    (sum, byte) => sum * 0x100 + byte,
    0,
  );
  const parts = Array.from({ length: count }, (_, index) => readU32(bytes, start + 8 + index * 4));
  return ['S', readU8(bytes, start), authority, ...parts].join('-');
}
