import { readU32, readU64 } from '../../hashes/byteReader.ts';
import { createBinXmlReader, DamagedRecord, type WideText } from './binXml.ts';
import type { EventLogReading, LogEvent } from './evtxFile.ts';
import { readEvent } from './readEvent.ts';

/** CRC-32 of bytes, going on from the value of those before them. A platform has it natively. */
export type Crc32 = (bytes: Uint8Array, before?: number) => number;

export interface EventLogPorts {
  readonly crc32: Crc32;
  readonly wideText: WideText;
  /** Which events are kept, by their number and channel; the others are only counted. */
  readonly isWanted: (id: number, channel: string) => boolean;
}

const FILE_SIGNATURE = [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00];
const CHUNK_SIGNATURE = [0x45, 0x6c, 0x66, 0x43, 0x68, 0x6e, 0x6b, 0x00];
const RECORD_SIGNATURE = 0x0000_2a2a;
const FILE_HEADER_BYTES = 4_096;
const CHUNK_BYTES = 65_536;
const CHUNK_HEADER_BYTES = 512;
const RECORD_HEADER_BYTES = 24;
/** The header of a record, and its size once more at the end. */
const LEAST_RECORD_BYTES = RECORD_HEADER_BYTES + 4;
const DIRTY = 1;

const MOST_EVENTS = 50_000;
/** What a file may cost before its own size is counted, in tokens and characters; each byte is worth some more. */
const FREE_STEPS = 1_000_000;
const STEPS_OF_A_BYTE = 8;

/** The file asks for more work than any real log; what was read so far counts. */
class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/**
 * Reads an event log of Windows (EVTX): the events that are wanted, as far as their chunks are whole. Never throws; time and memory are
 * bounded by the size of the file. Own code: of the packages that were tried, `@ts-evtx/core` gives wrong numbers of events,
 * `evtx-parser` exports nothing, and the others are native. Structure: the public description of libevtx.
 */
export function readEventLog(bytes: Uint8Array, { crc32, wideText, isWanted }: EventLogPorts): EventLogReading {
  const isEventLog = startsWith(bytes, 0, FILE_SIGNATURE);
  const isDirty = (readU32(bytes, 120) & DIRTY) !== 0;
  const events: LogEvent[] = [];
  let records = 0;
  let damagedChunks = 0;
  let damagedRecords = 0;
  let isCut = false;
  let stepsLeft = FREE_STEPS + bytes.length * STEPS_OF_A_BYTE;
  const spend = (count: number): void => {
    stepsLeft -= count;
    if (stepsLeft < 0) throw new TooMuch();
  };

  /** One record after the other; behind a damaged one, the next that begins like one. */
  function readChunk(chunk: Uint8Array): void {
    const reader = createBinXmlReader(chunk, wideText, spend);
    const last = Math.min(readU32(chunk, 48), chunk.length);
    let at = CHUNK_HEADER_BYTES;
    while (at + LEAST_RECORD_BYTES <= last) {
      const size = readU32(chunk, at + 4);
      const end = at + size;
      const isFramed =
        readU32(chunk, at) === RECORD_SIGNATURE &&
        size >= LEAST_RECORD_BYTES &&
        end <= last &&
        readU32(chunk, end - 4) === size;
      if (!isFramed) {
        damagedRecords++;
        const next = nextRecord(chunk, at + 4, last);
        if (next < 0) return;
        at = next;
        continue;
      }
      records++;
      try {
        const event = readEvent({
          chunk,
          reader,
          wideText,
          spend,
          isWanted,
          start: at + RECORD_HEADER_BYTES,
          end: end - 4,
          recordId: readU64(chunk, at + 8),
          writtenAt: at + 16,
        });
        if (event !== null) events.push(event);
      } catch (error) {
        if (!(error instanceof DamagedRecord)) throw error;
        damagedRecords++;
      }
      if (events.length >= MOST_EVENTS) throw new TooMuch();
      at = end;
    }
  }

  const chunks = isEventLog ? chunksOf(bytes) : [];
  const unfinished = isDirty ? newestOf(chunks) : null;
  try {
    for (const chunk of chunks) {
      if (isWhole(chunk, chunk === unfinished ? null : crc32)) readChunk(chunk);
      else damagedChunks++;
    }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    isCut = true;
  }
  return { records, events, damagedChunks, damagedRecords, isDirty, isCut, isEventLog };
}

/** Windows makes room ahead: a chunk that nothing was written to yet has no signature and no bytes, and is left out. */
function chunksOf(bytes: Uint8Array): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let start = FILE_HEADER_BYTES; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    const isUnused = chunk.length === CHUNK_BYTES && readU32(chunk, 0) === 0 && readU32(chunk, 48) === 0;
    if (!isUnused) chunks.push(chunk);
  }
  return chunks;
}

/** The chunk that Windows wrote to last: a log that is full begins anew at its first. */
function newestOf(chunks: readonly Uint8Array[]): Uint8Array | null {
  return chunks.reduce<Uint8Array | null>(
    (newest, chunk) => (newest === null || readU64(chunk, 8) > readU64(newest, 8) ? chunk : newest),
    null,
  );
}

/** @param crc32 null where there are no checksums yet */
function isWhole(chunk: Uint8Array, crc32: Crc32 | null): boolean {
  if (chunk.length !== CHUNK_BYTES || !startsWith(chunk, 0, CHUNK_SIGNATURE)) return false;
  const recordsEnd = readU32(chunk, 48);
  if (recordsEnd < CHUNK_HEADER_BYTES || recordsEnd > CHUNK_BYTES) return false;
  if (crc32 === null) return true;
  const header = crc32(chunk.subarray(128, CHUNK_HEADER_BYTES), crc32(chunk.subarray(0, 120)));
  if (header !== readU32(chunk, 124)) return false;
  return crc32(chunk.subarray(CHUNK_HEADER_BYTES, recordsEnd)) === readU32(chunk, 52);
}

/** Records begin at multiples of eight bytes. -1 where none is left. */
function nextRecord(chunk: Uint8Array, from: number, last: number): number {
  for (let at = from + ((8 - (from % 8)) % 8); at + LEAST_RECORD_BYTES <= last; at += 8) {
    if (readU32(chunk, at) === RECORD_SIGNATURE) return at;
  }
  return -1;
}

const startsWith = (bytes: Uint8Array, at: number, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[at + index] === byte);
