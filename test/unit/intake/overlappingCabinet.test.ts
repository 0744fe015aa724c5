import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArchiveError } from '../../../src/main/archives/archive.ts';
import { readCab } from '../../../src/main/archives/readCab.ts';
import { makeCabinet } from '../../rigs/makeCabinet.ts';

const limits = { isWanted: () => true, mostBytes: 268_435_456 };
const empty = new Uint8Array();

function refusalOf(cabinet: Buffer, mostBytes = limits.mostBytes): string | null {
  try {
    readCab(cabinet, { ...limits, mostBytes });
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return error.message;
    throw error;
  }
}

test('files that lie on top of each other are refused before one of them is unpacked', () => {
  const large = new Uint8Array(4_000_000);
  const files = Array.from({ length: 24 }, (_, number) => ({
    path: `${number}.csv`,
    bytes: number === 0 ? large : empty,
    claims: { offset: 0, size: large.length },
  }));
  const cabinet = makeCabinet(files);
  const before = process.memoryUsage().arrayBuffers;

  expect(refusalOf(cabinet)).toBe('archive.overlap');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(large.length);
});

test('a single byte in common is enough', () => {
  const files = [
    { path: 'a.csv', bytes: new Uint8Array(10) },
    { path: 'b.csv', bytes: new Uint8Array(10), claims: { offset: 9, size: 10 } },
  ];
  expect(refusalOf(makeCabinet(files, 0))).toBe('archive.overlap');
});

test('empty files lie anywhere and take nothing', () => {
  const files = [
    { path: 'a.csv', bytes: new Uint8Array(10) },
    { path: 'b.csv', bytes: empty, claims: { offset: 3, size: 0 } },
  ];
  expect(refusalOf(makeCabinet(files, 0))).toBeNull();
});

test('folders that share their blocks are refused as well', () => {
  const cabinet = makeCabinet([{ path: 'a.csv', bytes: new Uint8Array(1_000) }], 0);
  // A second folder in front of the list of files, with the same blocks, and a second file in it.
  const folder = Buffer.from(cabinet.subarray(36, 44));
  const name = Buffer.from('b.csv\0');
  const entry = Buffer.alloc(16);
  entry.writeUInt32LE(1_000, 0);
  entry.writeUInt16LE(1, 8);
  const listing = cabinet.subarray(44, 44 + 16 + 6);
  const added = 8 + entry.length + name.length;
  const head = Buffer.from(cabinet.subarray(0, 36));
  head.writeUInt32LE(44 + 8, 16);
  head.writeUInt16LE(2, 26);
  head.writeUInt16LE(2, 28);
  folder.writeUInt32LE(folder.readUInt32LE(0) + added, 0);
  const forged = Buffer.concat([head, folder, folder, listing, entry, name, cabinet.subarray(44 + 16 + 6)]);

  expect(refusalOf(forged)).toBe('archive.overlap');
});

test('whatever a directory claims, no more comes out than may', () => {
  const place = fc.record({ offset: fc.nat(5_000), size: fc.nat(5_000) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), fc.constantFrom(0, 1), (places, compression) => {
      const files = places.map((claims, number) => ({
        path: `${number}.csv`,
        bytes: number === 0 ? new Uint8Array(4_000).fill(7) : empty,
        claims,
      }));
      const mostBytes = 6_000;
      try {
        const { entries } = readCab(makeCabinet(files, compression), { ...limits, mostBytes });
        expect(entries.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThanOrEqual(4_000);
      } catch (error) {
        expect(error).toBeInstanceOf(ArchiveError);
      }
    }),
  );
});
