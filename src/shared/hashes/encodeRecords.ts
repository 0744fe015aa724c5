import { encodeBase64 } from './base64.ts';
import { CHECKSUM_RECORD_BYTES, HEADER_BYTES, type Sha256 } from './readContainer.ts';

/** A record to write: its data without the header. */
export interface RecordContent {
  readonly type: number;
  readonly data: Uint8Array;
}

const NOMINAL_BYTES = 3000;
/** TOTAL is a 16-bit number. */
const MOST_PAYLOAD_BYTES = 0xffff;

/** Writes records as a complete hash: TOTAL, checksum, zero fill to 3000 bytes, base64. Throws where they are too large. */
export function encodeRecords(records: readonly RecordContent[], sha256: Sha256, fillToBytes = NOMINAL_BYTES): string {
  const total = records.reduce((sum, { data }) => sum + HEADER_BYTES + data.length, HEADER_BYTES);
  if (total > MOST_PAYLOAD_BYTES)
    throw new RangeError(`A hash holds at most ${MOST_PAYLOAD_BYTES} bytes, not ${total}.`);
  const bytes = new Uint8Array(Math.max(fillToBytes, total + CHECKSUM_RECORD_BYTES));
  bytes.set([0x4f, 0x41, total & 0xff, total >> 8]);
  let offset = HEADER_BYTES;
  for (const { type, data } of records) {
    const length = HEADER_BYTES + data.length;
    bytes.set([type & 0xff, type >> 8, length & 0xff, length >> 8], offset);
    bytes.set(data, offset + HEADER_BYTES);
    offset += length;
  }
  bytes.set([0x43, 0x53, CHECKSUM_RECORD_BYTES, 0], total);
  bytes.set(sha256(bytes.subarray(0, total)), total + HEADER_BYTES);
  return encodeBase64(bytes);
}
