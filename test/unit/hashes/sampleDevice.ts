import { createHash } from 'node:crypto';
import {
  describeRecords,
  encodeHardwareHash,
  type DeviceDescription,
} from '../../../src/shared/hashes/encodeHardwareHash.ts';
import { encodeRecords, type RecordContent } from '../../../src/shared/hashes/encodeRecords.ts';
import { inspectHardwareHash, type HashInspection } from '../../../src/shared/hashes/inspectHardwareHash.ts';

export const now = new Date('2026-06-01T12:00:00Z');

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

/** A notebook that exists nowhere. */
export const sampleDevice: DeviceDescription = {
  manufacturer: 'Contoso',
  productName: 'Contoso Book 14',
  serialNumber: 'CB14-0001',
  skuNumber: 'CB14',
  systemFamily: 'Book',
  smbiosUuid: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
  productKeyId: '3300000000001',
  tpm: {
    version: "TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'CTSO'-Firmware:1.2",
    endorsementKey: Uint8Array.from({ length: 256 }, (_, index) => (index * 7 + 129) % 256),
  },
  macAddresses: [
    { medium: 14, address: '02:00:5E:10:00:01', bus: 'PCI' },
    { medium: 9, address: '02:00:5E:10:00:02', bus: 'PCI' },
  ],
  disks: [{ serialNumber: 'D1S-0001', product: 'Contoso SSD', vendor: 'Contoso', capacityGb: 512, busType: 17 }],
  processorModel: 'Contoso CPU',
  memoryGib: 16,
  collectedAt: new Date('2026-05-04T08:30:00Z'),
  utcOffsetMinutes: 120,
  osBuild: '10.0.26100.4061',
  osType: 2,
};

export function hashOf(changes: Partial<DeviceDescription> = {}): string {
  return encodeHardwareHash({ ...sampleDevice, ...changes }, sha256);
}

/** A hash whose records are changed before the checksum is made. */
export function hashWithRecords(change: (records: RecordContent[]) => RecordContent[], fillToBytes?: number): string {
  return encodeRecords(change(describeRecords(sampleDevice, sha256)), sha256, fillToBytes);
}

export function inspect(text: string): HashInspection {
  return inspectHardwareHash(text, { sha256, now });
}

export function codesOf({ issues }: HashInspection): string[] {
  return issues.map(({ code }) => code);
}

/** How many characters payload and checksum take; the rest is fill. */
export function contentCharacters(hash: string): number {
  const total = Buffer.from(hash, 'base64').readUInt16LE(2);
  return Math.ceil(((total + 36) * 4) / 3);
}
