import { readHex, readMac, readText, readU16, readU32, readU8, readUtf16, readUuid } from './byteReader.ts';
import { HEADER_BYTES, recordData, type HashRecord, type Sha256 } from './readContainer.ts';
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
const ADAPTER_BYTES = 14;
const UUID_BYTES = 16;

/** Reads the fields from whatever records there are; the first of a type counts. */
export function readFields(bytes: Uint8Array, records: readonly HashRecord[], sha256: Sha256): HardwareHashFields {
  const first: HashRecord[] = [];
  const macAddresses: HashMacAddress[] = [];
  for (const record of records) {
    first[record.type] ??= record;
    if (record.type === RECORD.networkAdapter && holds(record, ADAPTER_BYTES)) {
      macAddresses.push(readMacAddress(bytes, record));
    }
  }
  const text = (type: number): string | null => {
    const record = first[type];
    return record ? readText(bytes, record.offset + HEADER_BYTES, record.offset + record.length) : null;
  };
  const collection = dataOffset(first[RECORD.collection], COLLECTION_BYTES);
  const uuid = dataOffset(first[RECORD.smbiosUuid], UUID_BYTES);
  const endorsementKey = keyOf(bytes, first[RECORD.tpmEndorsementKey]);
  return {
    manufacturer: text(RECORD.manufacturer),
    productName: text(RECORD.productName),
    serialNumber: text(RECORD.serialNumber),
    skuNumber: text(RECORD.skuNumber),
    systemFamily: text(RECORD.systemFamily),
    smbiosUuid: uuid === null ? null : readUuid(bytes, uuid),
    productKeyId: text(RECORD.productKeyId),
    tpmVersion: text(RECORD.tpmVersion),
    tpmEndorsementKeySha256: endorsementKey && readHex(sha256(endorsementKey)),
    macAddresses,
    diskSerialNumber: text(RECORD.disk)?.split('|', 1)[0] ?? null,
    collectedAt: collection === null ? null : readTime(bytes, collection),
    osBuild: collection === null ? null : readBuild(bytes, collection + 8),
    osType: collection === null ? null : readOsType(bytes, collection),
  };
}

/** A version of four numbers, stored as minor, major, revision, build. */
export function readBuild(bytes: Uint8Array, offset: number): string {
  const part = (index: number): number => readU16(bytes, offset + index * 2);
  return `${part(1)}.${part(0)}.${part(3)}.${part(2)}`;
}

/** The public endorsement key; null where the record is empty or one byte throughout, which no key is. */
function keyOf(bytes: Uint8Array, record: HashRecord | undefined): Uint8Array | null {
  const data = record && recordData(bytes, record);
  return data?.some((byte) => byte !== data[0]) ? data : null;
}

function readTime(bytes: Uint8Array, collection: number): string {
  const time = new Date(EPOCH_MS + readU32(bytes, collection + 16) * 1000).toISOString();
  return `${time.slice(0, time.indexOf('.'))}Z`;
}

function readOsType(bytes: Uint8Array, collection: number): string {
  const type = readU8(bytes, collection + 21);
  return OS_TYPES.get(type) ?? String(type);
}

function readMacAddress(bytes: Uint8Array, { offset, length }: HashRecord): HashMacAddress {
  const data = offset + HEADER_BYTES;
  return {
    medium: MEDIA.get(readU32(bytes, data)) ?? 'other',
    address: readMac(bytes, data + 4),
    bus: readUtf16(bytes, data + ADAPTER_BYTES, offset + length),
  };
}

function holds(record: HashRecord, dataBytes: number): boolean {
  return record.length >= HEADER_BYTES + dataBytes;
}

function dataOffset(record: HashRecord | undefined, dataBytes: number): number | null {
  return record && holds(record, dataBytes) ? record.offset + HEADER_BYTES : null;
}
