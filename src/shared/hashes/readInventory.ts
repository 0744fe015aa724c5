import { readHex, readI8, readText, readU16, readU32, readU64, readU8, readUtf16 } from './byteReader.ts';
import { HEADER_BYTES, recordData, type HashRecord } from './readContainer.ts';
import { readBuild } from './readFields.ts';
import { RECORD } from './recordTypes.ts';

export interface ProcessorClass {
  /** Higher is faster; only hybrid processors have more than one class. */
  readonly efficiencyClass: number;
  readonly cores: number;
  readonly threads: number;
}

export interface HashDisk {
  readonly serialNumber: string;
  readonly product: string;
  readonly vendor: string;
  /** Decimal gigabytes; null where no capacity precedes the disk. */
  readonly capacityGb: number | null;
  /** `NVMe`, `SATA`, or the number of Windows' STORAGE_BUS_TYPE; null where no capacity precedes the disk. */
  readonly busType: string | null;
}

export interface HashDisplay {
  /** Null where the firmware does not know. */
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly widthPixels: number | null;
  readonly heightPixels: number | null;
  readonly isInternal: boolean;
}

/** What else a hash tells about a device. Null is what it does not hold. */
export interface HardwareInventory {
  readonly toolBuild: string | null;
  /** Of the collector: 3 came with Windows 10 16299, 8 with 22621, 9 with 25398. */
  readonly toolVersion: number | null;
  /** Null also where old collectors wrote nonsense. */
  readonly utcOffsetMinutes: number | null;
  readonly architecture: string | null;
  readonly processorManufacturer: string | null;
  readonly processorModel: string | null;
  readonly processorCores: number | null;
  readonly processorThreads: number | null;
  readonly processorClasses: readonly ProcessorClass[];
  readonly memoryGib: number | null;
  readonly disks: readonly HashDisk[];
  readonly displays: readonly HashDisplay[];
  readonly graphicsAdapters: readonly string[];
  /** SMBIOS chassis type: 3 desktop, 9 laptop, 10 notebook, 31 convertible … */
  readonly chassisType: number | null;
  readonly biosVendor: string | null;
  readonly systemVersion: string | null;
  readonly boardManufacturer: string | null;
  readonly boardProduct: string | null;
  readonly boardVersion: string | null;
  readonly productKeyPartNumber: string | null;
  readonly offlineDeviceId: { readonly source: string; readonly value: string } | null;
  /** Records whose content is not known, as hexadecimal. */
  readonly unknownRecords: readonly { readonly type: number; readonly hex: string }[];
}

const ARCHITECTURES = new Map([
  [0, 'x86'],
  [5, 'ARM'],
  [9, 'x64'],
  [12, 'ARM64'],
]);

/** STORAGE_BUS_TYPE (Microsoft, ntddstor.h). */
const BUS_TYPES = new Map([
  [1, 'SCSI'],
  [3, 'ATA'],
  [7, 'USB'],
  [8, 'RAID'],
  [10, 'SAS'],
  [11, 'SATA'],
  [12, 'SD'],
  [13, 'MMC'],
  [14, 'Virtual'],
  [17, 'NVMe'],
  [19, 'UFS'],
]);

const DEVICE_ID_SOURCES = new Map([
  [1, 'TPM'],
  [2, 'UEFI'],
  [3, 'registry'],
]);

const UNKNOWN_SIZE = 0xffff;
const INTERNAL_DISPLAY = 0x8000_0000;
/** Farther from UTC is no place on earth; collectors up to Windows 10 1803 wrote 120. */
const FARTHEST_QUARTERS = 56;

/** Reads what the fields leave out: the hardware, for a person who compares it with the device on the bench. */
export function readInventory(bytes: Uint8Array, records: readonly HashRecord[]): HardwareInventory {
  const first = (type: number): Uint8Array | null => {
    const record = records.find((candidate) => candidate.type === type);
    return record ? recordData(bytes, record) : null;
  };
  const text = (type: number): string | null => textOf(first(type));
  const collection = first(RECORD.collection);
  const processor = first(RECORD.processor);
  const memory = first(RECORD.memory);
  const chassis = first(RECORD.chassis);
  const deviceId = first(RECORD.offlineDeviceId);
  const all = (type: number): Uint8Array[] =>
    records.filter((record) => record.type === type).map((record) => recordData(bytes, record));
  return {
    toolBuild: collection && readBuild(collection, 0),
    toolVersion: collection && readU8(collection, 23),
    utcOffsetMinutes: collection && readUtcOffset(collection),
    architecture: processor && named(ARCHITECTURES, readU16(processor, 0)),
    processorManufacturer: text(RECORD.processorManufacturer),
    processorModel: text(RECORD.processorModel)?.trim() ?? null,
    processorCores: processor && readU16(processor, 4),
    processorThreads: processor && readU16(processor, 6),
    processorClasses: readProcessorClasses(first(RECORD.processorClasses)),
    memoryGib: memory && readU64(memory, 0),
    disks: readDisks(bytes, records),
    displays: all(RECORD.display).map(readDisplay),
    graphicsAdapters: all(RECORD.graphicsAdapter).map((data) => readUtf16(data, 0, data.length)),
    chassisType: chassis && readU8(chassis, 0),
    biosVendor: text(RECORD.biosVendor),
    systemVersion: text(RECORD.systemVersion),
    boardManufacturer: text(RECORD.boardManufacturer),
    boardProduct: text(RECORD.boardProduct),
    boardVersion: text(RECORD.boardVersion),
    productKeyPartNumber: text(RECORD.productKeyPartNumber),
    offlineDeviceId: deviceId && {
      source: named(DEVICE_ID_SOURCES, readU8(deviceId, 4)),
      value: readHex(deviceId.subarray(10, 42)),
    },
    unknownRecords: records
      .filter(({ name }) => name === 'unknown')
      .map((record) => ({ type: record.type, hex: readHex(recordData(bytes, record)) })),
  };
}

function readUtcOffset(collection: Uint8Array): number | null {
  const quarters = readI8(collection, 20);
  return Math.abs(quarters) > FARTHEST_QUARTERS ? null : quarters * 15;
}

function readProcessorClasses(data: Uint8Array | null): ProcessorClass[] {
  const CLASS_BYTES = 5;
  const classes: ProcessorClass[] = [];
  if (data === null) return classes;
  const count = Math.min(readU8(data, 0), Math.floor((data.length - 1) / CLASS_BYTES));
  for (let index = 0; index < count; index++) {
    const offset = 1 + index * CLASS_BYTES;
    classes.push({
      efficiencyClass: readU8(data, offset),
      cores: readU16(data, offset + 1),
      threads: readU16(data, offset + 3),
    });
  }
  return classes;
}

/** A capacity belongs to the disk that follows it. */
function readDisks(bytes: Uint8Array, records: readonly HashRecord[]): HashDisk[] {
  const disks: HashDisk[] = [];
  let capacity: HashRecord | null = null;
  for (const record of records) {
    if (record.type === RECORD.diskCapacity) capacity = record;
    if (record.type !== RECORD.disk) continue;
    const [serialNumber = '', product = '', vendor = ''] = (textOf(recordData(bytes, record)) ?? '').split('|');
    const size = capacity && capacity.offset + HEADER_BYTES;
    disks.push({
      serialNumber,
      product: product.trim(),
      vendor: vendor.trim(),
      capacityGb: size === null ? null : readU64(bytes, size),
      busType: size === null ? null : named(BUS_TYPES, readU16(bytes, size + 8)),
    });
    capacity = null;
  }
  return disks;
}

function readDisplay(data: Uint8Array): HashDisplay {
  const size = (offset: number): number | null => {
    const value = readU16(data, offset);
    return value === UNKNOWN_SIZE ? null : value;
  };
  return {
    widthMm: size(0),
    heightMm: size(2),
    widthPixels: size(4),
    heightPixels: size(6),
    isInternal: readU32(data, 8) === INTERNAL_DISPLAY,
  };
}

function textOf(data: Uint8Array | null): string | null {
  return data && readText(data, 0, data.length);
}

/** A value that has no name passes through as its number. */
function named(names: ReadonlyMap<number, string>, value: number): string {
  return names.get(value) ?? String(value);
}
