import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeHardwareHash } from '../../../src/shared/hashes/decodeHardwareHash.ts';
import { encodeHardwareHash } from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { encodeRecords } from '../../../src/shared/hashes/encodeRecords.ts';
import { inspectHardwareHash } from '../../../src/shared/hashes/inspectHardwareHash.ts';
import { arbitraryDevice } from './arbitraryDevice.ts';
import { contentCharacters, hashOf, inspect, now, sha256 } from './sampleDevice.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const good = hashOf();
const content = contentCharacters(good);

const arbitraryRecords = fc.array(fc.record({ type: fc.nat(0xffff), data: fc.uint8Array({ maxLength: 120 }) }), {
  maxLength: 40,
});

describe('encoding and decoding', () => {
  test('gives back every described device', () => {
    fc.assert(
      fc.property(arbitraryDevice, (device) => {
        const { fields, inventory } = decodeHardwareHash(encodeHardwareHash(device, sha256), sha256);
        expect(fields).toMatchObject({
          manufacturer: device.manufacturer,
          productName: device.productName,
          serialNumber: device.serialNumber,
          skuNumber: device.skuNumber,
          systemFamily: device.systemFamily,
          smbiosUuid: device.smbiosUuid,
          productKeyId: device.productKeyId,
          tpmVersion: device.tpm?.version ?? null,
          diskSerialNumber: device.disks[0]?.serialNumber ?? null,
          collectedAt: device.collectedAt.toISOString().replace('.000Z', 'Z'),
          osBuild: device.osBuild,
          osType: device.osType === 2 ? 'FullOS' : 'WinPE',
        });
        expect(fields.macAddresses.map(({ address, bus }) => [address, bus])).toEqual(
          device.macAddresses.map(({ address, bus }) => [address, bus]),
        );
        expect(inventory).toMatchObject({
          memoryGib: device.memoryGib,
          processorModel: device.processorModel,
          utcOffsetMinutes: device.utcOffsetMinutes + 0,
          unknownRecords: [],
        });
        expect(inventory.disks).toMatchObject(
          device.disks.map(({ serialNumber, product, vendor, capacityGb }) => ({
            serialNumber,
            product,
            vendor,
            capacityGb,
          })),
        );
      }),
    );
  });

  test('keeps any records in order, with or without fill', () => {
    fc.assert(
      fc.property(arbitraryRecords, fc.boolean(), (records, filled) => {
        const hash = encodeRecords(records, sha256, filled ? undefined : 0);
        const { checksum, records: read } = inspect(hash);
        expect(checksum).toBe('ok');
        expect(read.map(({ type, length }) => [type, length])).toEqual(
          records.map(({ type, data }) => [type, data.length + 4]),
        );
      }),
    );
  });
});

describe('damage inside payload or checksum is always found', () => {
  test('at every position, one changed character', () => {
    for (let at = 0; at < content - 1; at++) {
      const other = ALPHABET.charAt((ALPHABET.indexOf(good.charAt(at)) + 1 + (at % 63)) % 64);
      const inspection = inspect(good.slice(0, at) + other + good.slice(at + 1));
      expect(inspection.state, `position ${at}`).toBe('invalid');
    }
  });

  test('any changed, lost, doubled or swapped character of any hash', () => {
    const edit = fc.constantFrom('change', 'lose', 'insert', 'swap', 'flip');
    fc.assert(
      fc.property(
        arbitraryRecords,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(63),
        edit,
        (records, where, letter, kind) => {
          const hash = encodeRecords(records, sha256);
          const at = Math.floor(where * (contentCharacters(hash) - 2));
          const damaged = damage(hash, at, ALPHABET.charAt(letter), kind);
          if (isSamePayload(hash, damaged)) return;
          expect(inspect(damaged).state).toBe('invalid');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('every truncation that loses more than zero bits', () => {
    for (let length = 0; length < content; length++) {
      const lost = good.slice(length, content);
      if (/^A*$/.test(lost)) continue;
      expect(inspect(good.slice(0, length)).state, `length ${length}`).toBe('invalid');
    }
  });

  function damage(text: string, at: number, letter: string, kind: string): string {
    const one = text.charAt(at);
    if (kind === 'lose') return text.slice(0, at) + text.slice(at + 1);
    if (kind === 'insert') return text.slice(0, at) + letter + text.slice(at);
    if (kind === 'swap') return text.slice(0, at) + text.charAt(at + 1) + one + text.slice(at + 2);
    const other = kind === 'flip' ? (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()) : letter;
    return text.slice(0, at) + other + text.slice(at + 1);
  }

  /** Nothing changed, or only zero fill did (two equal neighbours swapped, a doubled `A` before the fill). */
  function isSamePayload(a: string, b: string): boolean {
    const length = contentCharacters(a);
    return a.slice(0, length) === b.slice(0, length);
  }
});

describe('no input is too strange', () => {
  const hashLike = fc
    .tuple(fc.nat(good.length), fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(good.length))
    .map(([start, middle, end]) => good.slice(0, start) + middle + good.slice(end));
  const percent = fc.array(fc.constantFrom('%', '%2B', '%E0', 'T0G', ' ', '"', '=', 'A', '-', '\uFEFF'), {
    maxLength: 60,
  });
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    hashLike,
    percent.map((pieces) => pieces.join('')),
    fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from([0x4f, 0x41, ...bytes]).toString('base64')),
  );

  test('inspecting and decoding never throw, and only a right checksum is accepted', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const inspection = inspectHardwareHash(text, { sha256, now });
        decodeHardwareHash(text, sha256);
        expect(inspection.canonical === null).toBe(inspection.state === 'invalid');
        if (inspection.canonical === null) return;
        const bytes = Buffer.from(inspection.canonical, 'base64');
        const total = bytes.readUInt16LE(2);
        expect(bytes.subarray(total + 4, total + 36).equals(sha256(bytes.subarray(0, total)))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('damaged bytes with a right checksum are still read without an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (payload) => {
        const bytes = Buffer.from([0x4f, 0x41, 0, 0, ...payload]);
        bytes.writeUInt16LE(bytes.length, 2);
        const text = Buffer.concat([bytes, Buffer.from([0x43, 0x53, 36, 0]), sha256(bytes)]).toString('base64');
        expect(inspect(text).fields).toBeDefined();
        expect(decodeHardwareHash(text, sha256).inventory).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
