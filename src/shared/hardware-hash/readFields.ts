import { readHex, readText, readU16, readU32, readU8, readUtf16, readUuid } from './byteReader.ts';
import { recordData, type HashRecord, type Sha256 } from './readContainer.ts';
import { RECORD } from './recordTypes.ts';

export type NetworkMedium = 'ethernet' | 'wifi' | 'bluetooth' | 'wwan' | 'unspecified' | 'other';

export interface HashMacAddress {
  readonly medium: NetworkMedium;
  /** Upper case with colons, `A0:B1:C2:D3:E4:F5`. */
  readonly address: string;
  /** How the adapter is attached, `PCI`, `BTH`, `VMBUS`, as it stands. */
  readonly bus: string;
}

/** What identifies the device and its capture. Text stands as it came; null is what the hash does not hold. */
export interface HardwareHashFields {
  readonly manufacturer: string | null;
  readonly productName: string | null;
  readonly serialNumber: string | null;
  readonly skuNumber: string | null;
  readonly systemFamily: string | null;
  /** Lower case, as Windows prints it. */
  readonly smbiosUuid: string | null;
  readonly productKeyId: string | null;
  readonly tpmVersion: string | null;
  /** SHA-256 of the TPM's public endorsement key, lower-case hexadecimal. */
  readonly tpmEndorsementKeySha256: string | null;
  readonly macAddresses: readonly HashMacAddress[];
  /** Of the first disk, as it stands. */
  readonly diskSerialNumber: string | null;
  /** UTC, to the second, by the clock of the device. */
  readonly collectedAt: string | null;
  readonly osBuild: string | null;
  /** `FullOS`, `WinPE`, or the number of a type that is not known. */
  readonly osType: string | null;
}

/** NDIS_PHYSICAL_MEDIUM (Microsoft, ntddndis.h). */
const MEDIA = new Map<number, NetworkMedium>([
  [0, 'unspecified'],
  [1, 'wifi'],
  [8, 'wwan'],
  [9, 'wifi'],
  [10, 'bluetooth'],
  [14, 'ethernet'],
]);

const OS_TYPES = new Map<number, string>([
  [1, 'WinPE'],
  [2, 'FullOS'],
]);

/** Seconds in a hash count from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const COLLECTION_BYTES = 24;
const MAC_OFFSET = 4;
const BUS_OFFSET = 14;
const UUID_BYTES = 16;

/** Reads the fields from whatever records there are; the first of a type counts. */
export function readFields(bytes: Uint8Array, records: readonly HashRecord[], sha256: Sha256): HardwareHashFields {
  const first = new Map<number, Uint8Array>();
  const macAddresses: HashMacAddress[] = [];
  for (const record of records) {
    const data = recordData(bytes, record);
    if (!first.has(record.type)) first.set(record.type, data);
    if (record.type === RECORD.networkAdapter && data.length >= BUS_OFFSET) macAddresses.push(readMacAddress(data));
  }
  const text = (type: number): string | null => {
    const data = first.get(type);
    return data === undefined ? null : readText(data);
  };
  const collection = atLeast(first.get(RECORD.collection), COLLECTION_BYTES);
  const uuid = atLeast(first.get(RECORD.smbiosUuid), UUID_BYTES);
  const endorsementKey = first.get(RECORD.tpmEndorsementKey);
  return {
    manufacturer: text(RECORD.manufacturer),
    productName: text(RECORD.productName),
    serialNumber: text(RECORD.serialNumber),
    skuNumber: text(RECORD.skuNumber),
    systemFamily: text(RECORD.systemFamily),
    smbiosUuid: uuid && readUuid(uuid),
    productKeyId: text(RECORD.productKeyId),
    tpmVersion: text(RECORD.tpmVersion),
    tpmEndorsementKeySha256: endorsementKey === undefined ? null : readHex(sha256(endorsementKey)),
    macAddresses,
    diskSerialNumber: text(RECORD.disk)?.split('|', 1)[0] ?? null,
    collectedAt: collection && readTime(collection),
    osBuild: collection && readBuild(collection, 8),
    osType: collection && (OS_TYPES.get(readU8(collection, 21)) ?? String(readU8(collection, 21))),
  };
}

/** A version of four numbers, stored as minor, major, revision, build. */
export function readBuild(data: Uint8Array, offset: number): string {
  const part = (index: number): number => readU16(data, offset + index * 2);
  return `${part(1)}.${part(0)}.${part(3)}.${part(2)}`;
}

function readTime(collection: Uint8Array): string {
  const time = new Date(EPOCH_MS + readU32(collection, 16) * 1000).toISOString();
  return time.replace('.000Z', 'Z');
}

function readMacAddress(data: Uint8Array): HashMacAddress {
  const hex = readHex(data.subarray(MAC_OFFSET, MAC_OFFSET + 6)).toUpperCase();
  return {
    medium: MEDIA.get(readU32(data, 0)) ?? 'other',
    address: hex.replace(/(..)(?=.)/g, '$1:'),
    bus: readUtf16(data.subarray(BUS_OFFSET)),
  };
}

function atLeast(data: Uint8Array | undefined, size: number): Uint8Array | null {
  return data !== undefined && data.length >= size ? data : null;
}
