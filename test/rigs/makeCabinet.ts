import { deflateRawSync } from 'node:zlib';
import { cabChecksum } from '../../src/main/archives/cabChecksum.ts';

interface CabinetFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Where the directory says that it lies; behind the file before it when left out, as programs write it. */
  readonly claims?: { readonly offset: number; readonly size: number };
}

const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 36;
const FOLDER_BYTES = 8;

/** A cabinet with one folder, as Microsoft describes the format: stored (0), MSZIP (1), or another compression's number. */
export function makeCabinet(files: readonly CabinetFile[], compression = 1): Buffer {
  const content = Buffer.concat(files.map(({ bytes }) => bytes));
  const listing = Buffer.concat(listFiles(files));
  const blocks = packBlocks(content, compression);
  const header = Buffer.alloc(HEADER_BYTES + FOLDER_BYTES);
  header.write('MSCF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES + FOLDER_BYTES, 16);
  header.writeUInt8(3, 24);
  header.writeUInt8(1, 25);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(files.length, 28);
  header.writeUInt32LE(header.length + listing.length, HEADER_BYTES);
  header.writeUInt16LE(blocks.length, HEADER_BYTES + 4);
  header.writeUInt16LE(compression, HEADER_BYTES + 6);
  const cabinet = Buffer.concat([header, listing, ...blocks]);
  cabinet.writeUInt32LE(cabinet.length, 8);
  return cabinet;
}

function listFiles(files: readonly CabinetFile[]): Buffer[] {
  let offset = 0;
  return files.map(({ path, bytes, claims }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(claims?.size ?? bytes.length, 0);
    entry.writeUInt32LE(claims?.offset ?? offset, 4);
    entry.writeUInt16LE(0x80, 14);
    offset += bytes.length;
    return Buffer.concat([entry, Buffer.from(`${path}\0`, 'utf8')]);
  });
}

function packBlocks(content: Buffer, compression: number): Buffer[] {
  const blocks: Buffer[] = [];
  for (let start = 0; start < content.length; start += BLOCK_BYTES) {
    const plain = content.subarray(start, start + BLOCK_BYTES);
    const dictionary = content.subarray(Math.max(0, start - BLOCK_BYTES), start);
    const options = dictionary.length === 0 ? {} : { dictionary };
    const packed = compression === 0 ? plain : Buffer.concat([Buffer.from('CK'), deflateRawSync(plain, options)]);
    const head = Buffer.alloc(8);
    head.writeUInt16LE(packed.length, 4);
    head.writeUInt16LE(plain.length, 6);
    head.writeUInt32LE(cabChecksum(packed, head.subarray(4)), 0);
    blocks.push(Buffer.concat([head, packed]));
  }
  return blocks;
}
