import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCab } from '../../../src/main/archives/readCab.ts';
import { readZip } from '../../../src/main/archives/readZip.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';
import { makeCabinet } from '../../rigs/makeCabinet.ts';

const device = inventedDevice(3);
const header = 'Device Serial Number,Windows Product ID,Hardware Hash';
const list = Buffer.from(`\uFEFF${header}\r\n${device.serialNumber ?? ''},,${inventedHash(device)}\r\n`, 'utf16le');
const goodRow = { line: 2, status: 'ready', serialNumber: device.serialNumber };
const noise = randomBytes(100_000);

describe('diagnostics archives', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  const inspect = async (bytes: Uint8Array) => (await intake.inspect({ name: 'diagnostics.zip', bytes })).files;
  const codes = async (bytes: Uint8Array) =>
    (await inspect(bytes)).flatMap(({ issues }) => issues.map(({ code }) => code));

  test.each([
    ['a ZIP', zipSync({ 'logs/big.etl': noise, 'DeviceHash_DESKTOP-1.csv': list })],
    ['a ZIP without compression', zipSync({ 'AutopilotHWID.csv': list }, { level: 0 })],
    [
      'a stored cabinet',
      makeCabinet(
        [
          { path: 'big.etl', bytes: noise },
          { path: 'DeviceHash_X.csv', bytes: list },
        ],
        0,
      ),
    ],
    [
      'an MSZIP cabinet of many blocks',
      makeCabinet([
        { path: 'big.etl', bytes: noise },
        { path: 'sub\\DeviceHash_X.csv', bytes: list },
      ]),
    ],
    [
      'a cabinet in a ZIP',
      zipSync({ 'mdm/MDMDiagReport.cab': makeCabinet([{ path: 'DeviceHash_X.csv', bytes: list }]) }),
    ],
  ])('the hash list in %s is found, wherever it stands', async (_, bytes) => {
    const files = await inspect(bytes);

    expect(files).toMatchObject([
      { path: 'diagnostics.zip', encoding: 'utf-16le', dialect: 'intune', rows: [goodRow] },
    ]);
    expect(files[0]?.issues.map(({ code }) => code)).toContain('archive.entry');
  });

  test('several lists in one archive are all read', async () => {
    const other = Buffer.from(`${inventedHash(inventedDevice(4))}\n`);
    const files = await inspect(zipSync({ 'a.csv': list, 'hash.txt': other }));

    expect(files.map(({ dialect, rows }) => [dialect, rows.length])).toEqual([
      ['intune', 1],
      ['bare-hash', 1],
    ]);
  });

  test('what was not looked at is named', async () => {
    const [file] = await inspect(
      zipSync({ 'DeviceHash.csv': list, 'a.evtx': noise, 'other.csv': Buffer.from('a,b\n1,2\n') }),
    );

    expect(file?.issues[0]).toMatchObject({
      code: 'archive.skipped',
      message: expect.stringContaining('a.evtx, other.csv') as unknown,
    });
  });

  test.each([
    ['no list in it', zipSync({ 'a.evtx': noise }), 'archive.no-hash-file'],
    ['nothing in it', zipSync({}), 'archive.no-hash-file'],
    ['its end missing', zipSync({ 'DeviceHash.csv': list }).subarray(0, 500), 'archive.damaged'],
    ['LZX compression', makeCabinet([{ path: 'DeviceHash.csv', bytes: list }], 3), 'archive.compression'],
    ['a damaged cabinet', makeCabinet([{ path: 'DeviceHash.csv', bytes: list }]).subarray(0, 300), 'archive.damaged'],
    ['archives four levels deep', nested(4), 'archive.nested'],
  ])('an archive with %s is refused with the reason', async (_, bytes, code) => {
    expect(await codes(bytes)).toContain(code);
    expect((await inspect(bytes)).flatMap(({ rows }) => rows)).toEqual([]);
  });

  test('a file whose checksum is wrong is refused with its name, and the rest goes in', async () => {
    const other = Buffer.from(`${inventedHash(inventedDevice(4))}\n`);
    const zip = Buffer.from(zipSync({ 'good.csv': list, 'bad-hash.txt': other }, { level: 0 }));
    const at = zip.indexOf(other) + 200;
    zip.writeUInt8(zip.readUInt8(at) ^ 1, at);
    const [file, ...none] = await inspect(zip);

    expect(none).toEqual([]);
    expect(file).toMatchObject({ rows: [goodRow] });
    expect(file?.issues).toContainEqual(
      expect.objectContaining({
        code: 'archive.damaged',
        severity: 'error',
        message: expect.stringContaining('bad-hash.txt') as unknown,
      }),
    );
  });

  test('a block of a cabinet whose checksum is wrong costs the files that need it, and no other', async () => {
    const other = Buffer.concat([noise, Buffer.from(`${inventedHash(inventedDevice(4))}\n`)]);
    const files = [
      { path: 'good.csv', bytes: list },
      { path: 'bad-hash.txt', bytes: other },
    ];
    const cabinet = makeCabinet(files, 0);
    const at = cabinet.length - 100;
    cabinet.writeUInt8(cabinet.readUInt8(at) ^ 1, at);
    const [file] = await inspect(cabinet);

    expect(file).toMatchObject({ rows: [goodRow] });
    expect(file?.issues).toContainEqual(
      expect.objectContaining({
        code: 'archive.damaged',
        message: expect.stringContaining('bad-hash.txt') as unknown,
      }),
    );
  });

  test.each([
    ['ZipCrypto', 8, { flags: 1 }],
    ['ZipCrypto without compression', 0, { flags: 1 }],
    ['AES', 8, { method: 99 }],
  ])('a file with a password (%s) is called that, and the rest goes in', async (_, level, change) => {
    const zip = zipSync({ 'secret.csv': list, 'good.csv': list }, { level: level === 0 ? 0 : 6 });
    const [file] = await inspect(locked(zip, change));

    expect(file).toMatchObject({ rows: [goodRow] });
    expect(file?.issues).toContainEqual(
      expect.objectContaining({
        code: 'archive.password',
        message: expect.stringMatching(/password.*secret\.csv/) as unknown,
      }),
    );
    const [all] = await inspect(locked(zipSync({ 'secret.csv': list }), change));
    expect(all).toMatchObject({ rows: [], issues: [{ code: 'archive.password' }] });
  });

  test('a file in a compression that is not read costs the others nothing', async () => {
    const LZMA = 14;
    const [file] = await inspect(locked(zipSync({ 'odd.csv': list, 'good.csv': list }), { method: LZMA }));

    expect(file).toMatchObject({ rows: [goodRow] });
    expect(file?.issues).toContainEqual(expect.objectContaining({ code: 'archive.compression' }));
  });

  test('names that point outside of the archive are only names', async () => {
    const [file] = await inspect(zipSync({ '../../etc/DeviceHash.csv': list }));

    expect(file).toMatchObject({ rows: [goodRow] });
    expect(file?.issues.map(({ code }) => code)).toEqual(['archive.path', 'archive.entry']);
    expect(JSON.stringify(file)).not.toContain('..');
  });

  test('a bomb is put down when it has unpacked too much, whatever it claims to be', async () => {
    const bomb = zipSync({ 'DeviceHash.csv': new Uint8Array(60_000_000) }, { level: 1 });
    lieAboutSize(bomb);

    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await codes(bomb)).toEqual(['archive.too-large']);
  });

  test('a cabinet that claims huge files is refused before anything is unpacked', async () => {
    const cabinet = makeCabinet([{ path: 'DeviceHash.csv', bytes: list }]);
    cabinet.writeUInt32LE(4_000_000_000, 36 + 8);

    expect(await codes(cabinet)).toEqual(['archive.too-large']);
  });

  test('whatever bytes are flipped, no content comes out but what went in', () => {
    const limits = { isWanted: () => true, mostBytes: 10_000_000 };
    const files = { 'a.csv': list, 'b.csv': noise, 'c.txt': Buffer.from('stored or packed') };
    const known = new Set(Object.values(files).map((bytes) => bytes.toString('latin1')));
    const named = Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
    const made = [zipSync(files), zipSync(files, { level: 0 }), makeCabinet(named), makeCabinet(named, 0)];
    fc.assert(
      fc.property(
        fc.constantFrom(...made),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
        (archive, flips) => {
          const bytes = Buffer.from(archive);
          const isZip = bytes.toString('latin1', 0, 2) === 'PK';
          // What a cabinet says of its files has no checksum; its blocks have.
          const from = isZip ? 0 : bytes.readUInt32LE(36);
          // A cabinet’s checksum is the exclusive or of its words: two flips can hide each other.
          for (const [place, mask] of isZip ? flips : flips.slice(0, 1)) {
            const at = from + (place % (bytes.length - from));
            bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
          }
          try {
            const { entries } = (isZip ? readZip : readCab)(bytes, limits);
            for (const entry of entries) expect(known.has(entry.bytes.toString('latin1'))).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ name: 'ArchiveError' });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('no bytes, however odd, do more than fail with a reason', () => {
    const limits = { isWanted: () => true, mostBytes: 1_000_000 };
    const zip = zipSync({ 'a.csv': list });
    const cab = makeCabinet([{ path: 'a.csv', bytes: list }]);
    fc.assert(
      fc.property(
        fc.constantFrom('zip', 'cab'),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        (kind, edits) => {
          const bytes = Buffer.from(kind === 'zip' ? zip : cab);
          for (const [at, value] of edits) bytes.writeUInt8(value, at % bytes.length);
          try {
            (kind === 'zip' ? readZip : readCab)(bytes, limits);
          } catch (error) {
            expect(error).toMatchObject({ name: 'ArchiveError' });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function nested(depth: number): Uint8Array {
  return depth === 0 ? list : zipSync({ [depth === 1 ? 'DeviceHash.csv' : 'inner.zip']: nested(depth - 1) });
}

/** Writes a size of 100 bytes into the local header and the directory of a ZIP with one file. */
function lieAboutSize(zip: Uint8Array): void {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  bytes.writeUInt32LE(100, 22);
  bytes.writeUInt32LE(100, bytes.indexOf(Buffer.from('504b0102', 'hex')) + 24);
}

/** The first file of a ZIP with other flags or another method in its header and in the directory. */
function locked(zip: Uint8Array, { flags, method }: { readonly flags?: number; readonly method?: number }): Buffer {
  const bytes = Buffer.from(zip);
  const listed = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  for (const at of [6, listed + 8]) {
    if (flags !== undefined) bytes.writeUInt16LE(flags, at);
    if (method !== undefined) bytes.writeUInt16LE(method, at + 2);
  }
  return bytes;
}
