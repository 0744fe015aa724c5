import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeHardwareHash } from '../../../src/shared/hashes/decodeHardwareHash.ts';
import { inspectHardwareHash } from '../../../src/shared/hashes/inspectHardwareHash.ts';

// Hashes of real structure are kept beside the project and never inside it.
const folder = path.resolve('../shared/fixtures/hashes');
const isHere = existsSync(folder);
const read = (name: string, encoding: 'utf8' | 'utf16le' = 'utf8'): string =>
  readFileSync(path.join(folder, name), encoding);

const text = z.string().nullable();
const expectedHash = z.object({
  chars: z.number(),
  bytes: z.number(),
  declaredLength: z.number(),
  checksum: z.boolean().nullable(),
  recordTypes: z.array(z.number()),
  toolBuild: z.string(),
  osBuild: z.string(),
  collectedUtc: z.string(),
  utcOffsetRaw: z.number(),
  osType: z.number(),
  arch: z.number(),
  toolVersion: z.number(),
  manufacturer: text,
  product: text,
  serial: text,
  sku: text,
  family: text,
  systemVersion: text,
  biosVendor: text,
  boardManufacturer: text,
  boardProduct: text,
  boardVersion: text,
  uuid: z.string(),
  tpm: text,
  ekSha256: text,
  deviceIdType: z.number(),
  deviceId: z.string(),
  macs: z.array(z.string()),
  disks: z.array(z.string()),
  cpu: z.string(),
  ramGiB: z.number(),
  productKeyId: text,
  productKeyPkPn: text,
});

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

const now = new Date('2026-01-01T00:00:00Z');

describe.skipIf(!isHere)(`the hashes in ${folder} (skipped where the folder is absent)`, () => {
  const fixtures = isHere
    ? Object.entries(z.record(z.string(), expectedHash).parse(JSON.parse(read('expected.json'))))
    : [];

  test.each(fixtures)('%s decodes to what is known of it, field by field', (name, expected) => {
    const hash = read(name);
    const inspection = inspectHardwareHash(hash, { sha256, now });
    const { fields, inventory, records } = decodeHardwareHash(hash, sha256);
    expect(inspection).toMatchObject({
      characters: expected.chars,
      bytes: expected.bytes,
      total: expected.declaredLength,
      checksum: expected.checksum === true ? 'ok' : 'missing',
      fields,
      records,
    });
    expect({
      recordTypes: records.map(({ type }) => type),
      toolBuild: inventory.toolBuild,
      osBuild: fields.osBuild,
      collectedUtc: fields.collectedAt,
      utcOffsetRaw: inventory.utcOffsetMinutes,
      osType: fields.osType,
      arch: inventory.architecture,
      toolVersion: inventory.toolVersion,
      manufacturer: fields.manufacturer,
      product: fields.productName,
      serial: fields.serialNumber,
      sku: fields.skuNumber,
      family: fields.systemFamily,
      systemVersion: inventory.systemVersion,
      biosVendor: inventory.biosVendor,
      boardManufacturer: inventory.boardManufacturer,
      boardProduct: inventory.boardProduct,
      boardVersion: inventory.boardVersion,
      uuid: fields.smbiosUuid,
      tpm: fields.tpmVersion,
      ekSha256: fields.tpmEndorsementKeySha256,
      deviceIdType: inventory.offlineDeviceId?.source,
      deviceId: inventory.offlineDeviceId?.value,
      macs: fields.macAddresses.map(({ address }) => address),
      disks: inventory.disks.map(({ serialNumber, product, vendor }) => [serialNumber, product, vendor]),
      cpu: inventory.processorModel,
      ramGiB: inventory.memoryGib,
      productKeyId: fields.productKeyId,
      productKeyPkPn: inventory.productKeyPartNumber,
    }).toEqual({
      recordTypes: expected.recordTypes,
      toolBuild: expected.toolBuild,
      osBuild: expected.osBuild,
      collectedUtc: expected.collectedUtc,
      utcOffsetRaw: expected.utcOffsetRaw * 15,
      osType: expected.osType === 2 ? 'FullOS' : 'WinPE',
      arch: expected.arch === 9 ? 'x64' : expected.arch,
      toolVersion: expected.toolVersion,
      manufacturer: expected.manufacturer,
      product: expected.product,
      serial: expected.serial,
      sku: expected.sku,
      family: expected.family,
      systemVersion: expected.systemVersion,
      biosVendor: expected.biosVendor,
      boardManufacturer: expected.boardManufacturer,
      boardProduct: expected.boardProduct,
      boardVersion: expected.boardVersion,
      uuid: expected.uuid.toLowerCase(),
      tpm: expected.tpm,
      ekSha256: expected.ekSha256,
      deviceIdType: expected.deviceIdType === 1 ? 'TPM' : expected.deviceIdType,
      deviceId: expected.deviceId,
      macs: expected.macs,
      disks: expected.disks.map((disk) => disk.split('|').map((value, index) => (index === 0 ? value : value.trim()))),
      cpu: expected.cpu,
      ramGiB: expected.ramGiB,
      productKeyId: expected.productKeyId,
      productKeyPkPn: expected.productKeyPkPn,
    });
  });

  test.each([
    ['hp-650g10-win11-22621.txt', 'valid', []],
    ['dell-5530-winpe-25398.txt', 'suspect', ['hash.os-type']],
    ['hyperv-25158-cut.txt', 'invalid', ['hash.cut-off']],
  ])('%s is %s', (name, state, codes) => {
    const { issues, ...inspection } = inspectHardwareHash(read(name), { sha256, now });
    expect([inspection.state, issues.map(({ code }) => code)]).toEqual([state, codes]);
  });

  test('the CSV and the OA3 report hold the same two hashes', () => {
    const fromCsv = read('AutopilotHWID-utf16le.csv', 'utf16le').split(/\r?\n/)[1]?.split(',')[2] ?? '';
    const fromReport = /<HardwareHash>([^<]*)</.exec(read('OA3.xml'))?.[1] ?? '';
    expect(inspectHardwareHash(fromCsv, { sha256, now }).fields.serialNumber).toBe('4ZQ855P7GZ');
    expect(inspectHardwareHash(fromReport, { sha256, now }).fields.serialNumber).toBe('86ZFJQ8');
  });

  test('the first one is complete without its fill, and is sent with it', () => {
    const filled = read('hp-650g10-win11-22621.txt').trim();
    const inspection = inspectHardwareHash(filled.slice(0, 1588), { sha256, now });
    expect(inspection).toMatchObject({ state: 'valid', characters: 1588, repairs: [], canonical: filled });
  });
});
