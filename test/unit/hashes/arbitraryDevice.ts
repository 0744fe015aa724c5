import fc from 'fast-check';
import type { DeviceDescription } from '../../../src/shared/hashes/encodeHardwareHash.ts';

/** What SMBIOS can hold: any text without a NUL. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replaceAll('\0', '').toWellFormed());
const part = text.map((value) => value.replaceAll('|', ''));
const optional = fc.option(text, { nil: null });
const u16 = fc.nat(0xffff);

/** Any device that a hash can describe. */
export const arbitraryDevice: fc.Arbitrary<DeviceDescription> = fc.record({
  manufacturer: optional,
  productName: optional,
  serialNumber: optional,
  skuNumber: optional,
  systemFamily: optional,
  smbiosUuid: fc.option(fc.uuid(), { nil: null }),
  productKeyId: optional,
  tpm: fc.option(fc.record({ version: text, endorsementKey: fc.uint8Array({ maxLength: 300 }) }), { nil: null }),
  macAddresses: fc.array(
    fc.record({
      medium: fc.constantFrom(0, 1, 8, 9, 10, 14, 99),
      address: fc
        .uint8Array({ minLength: 6, maxLength: 6 })
        .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')),
      bus: part,
    }),
    { maxLength: 4 },
  ),
  disks: fc.array(
    fc.record({
      serialNumber: part,
      product: part.map((value) => value.trim()),
      vendor: part.map((value) => value.trim()),
      capacityGb: fc.nat(),
      busType: u16,
    }),
    { maxLength: 3 },
  ),
  processorModel: optional.map((value) => value?.trim() ?? null),
  memoryGib: fc.option(fc.nat(), { nil: null }),
  collectedAt: fc.nat(0xffff_ffff).map((seconds) => new Date(Date.UTC(2000, 0, 1) + seconds * 1000)),
  utcOffsetMinutes: fc.integer({ min: -56, max: 56 }).map((quarters) => quarters * 15),
  osBuild: fc.tuple(u16, u16, u16, u16).map((parts) => parts.join('.')),
  osType: fc.constantFrom(1, 2),
});
