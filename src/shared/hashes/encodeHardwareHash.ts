import { encodeRecords, type RecordContent } from './encodeRecords.ts';
import type { Sha256 } from './readContainer.ts';
import { RECORD } from './recordTypes.ts';

/** An invented device, for samples, training and tests. Null leaves the record out. */
export interface DeviceDescription {
  readonly manufacturer: string | null;
  readonly productName: string | null;
  readonly serialNumber: string | null;
  readonly skuNumber: string | null;
  readonly systemFamily: string | null;
  /** As Windows prints it. */
  readonly smbiosUuid: string | null;
  readonly productKeyId: string | null;
  /** With its public endorsement key, for a real TPM 256 bytes. */
  readonly tpm: { readonly version: string; readonly endorsementKey: Uint8Array } | null;
  readonly macAddresses: readonly { readonly medium: number; readonly address: string; readonly bus: string }[];
  readonly disks: readonly DiskDescription[];
  readonly processorModel: string | null;
  readonly memoryGib: number | null;
  /** UTC, between 2000 and 2136. */
  readonly collectedAt: Date;
  readonly utcOffsetMinutes: number;
  readonly osBuild: string;
  /** 1 WinPE, 2 full Windows. */
  readonly osType: number;
}

export interface DiskDescription {
  readonly serialNumber: string;
  readonly product: string;
  readonly vendor: string;
  readonly capacityGb: number;
  /** Windows' STORAGE_BUS_TYPE; 17 is NVMe. */
  readonly busType: number;
}

const EPOCH_MS = Date.UTC(2000, 0, 1);
const ARCHITECTURE_X64 = 9;
const TOOL_VERSION = 9;

/** Writes the hardware hash that the described device would report. For devices that do not exist. */
export function encodeHardwareHash(description: DeviceDescription, sha256: Sha256): string {
  return encodeRecords(describeRecords(description, sha256), sha256);
}

/** The records of a described device in the order in which Windows writes them. */
export function describeRecords(device: DeviceDescription, sha256: Sha256): RecordContent[] {
  const records: RecordContent[] = [{ type: RECORD.collection, data: collection(device) }];
  const addText = (type: number, value: string | null): void => {
    if (value !== null) records.push({ type, data: terminated(value) });
  };
  if (device.memoryGib !== null)
    records.push({ type: RECORD.memory, data: bytesOf([u64(device.memoryGib), new Array<number>(13).fill(0)]) });
  addText(RECORD.processorModel, device.processorModel);
  for (const disk of device.disks) records.push(...diskRecords(disk));
  for (const { medium, address, bus } of device.macAddresses) {
    const name = utf16(`${bus}\0`);
    const mac = address.split(':').map((part) => Number.parseInt(part, 16));
    records.push({ type: RECORD.networkAdapter, data: bytesOf([u32(medium), mac, u32(name.length), name]) });
  }
  if (device.tpm) {
    const { version, endorsementKey } = device.tpm;
    addText(RECORD.tpmVersion, version);
    records.push({ type: RECORD.tpmEndorsementKey, data: endorsementKey });
    records.push({
      type: RECORD.offlineDeviceId,
      data: bytesOf([u32(0), [1, 1], u32(32), [...sha256(endorsementKey)]]),
    });
  }
  if (device.smbiosUuid !== null) records.push({ type: RECORD.smbiosUuid, data: uuid(device.smbiosUuid) });
  addText(RECORD.serialNumber, device.serialNumber);
  addText(RECORD.manufacturer, device.manufacturer);
  addText(RECORD.productName, device.productName);
  addText(RECORD.skuNumber, device.skuNumber);
  addText(RECORD.systemFamily, device.systemFamily);
  addText(RECORD.productKeyId, device.productKeyId);
  return records;
}

function collection({ collectedAt, utcOffsetMinutes, osBuild, osType }: DeviceDescription): Uint8Array {
  const [major = 0, minor = 0, build = 0, revision = 0] = osBuild.split('.').map(Number);
  const version = [minor, major, revision, build].flatMap(u16);
  const seconds = Math.floor((collectedAt.getTime() - EPOCH_MS) / 1000);
  return bytesOf([version, version, u32(seconds), [utcOffsetMinutes / 15, osType, ARCHITECTURE_X64, TOOL_VERSION]]);
}

function diskRecords({ serialNumber, product, vendor, capacityGb, busType }: DiskDescription): RecordContent[] {
  return [
    { type: RECORD.diskCapacity, data: bytesOf([u64(capacityGb), u16(busType), [0, 1]]) },
    { type: RECORD.disk, data: bytesOf([utf8(`${serialNumber}|${product}|${vendor}`)]) },
  ];
}

function uuid(text: string): Uint8Array {
  const [a = '', b = '', c = '', ...rest] = text.split('-');
  const bytes = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return bytesOf([bytes(a).reverse(), bytes(b).reverse(), bytes(c).reverse(), bytes(rest.join(''))]);
}

function terminated(text: string): Uint8Array {
  return bytesOf([utf8(text), [0]]);
}

function bytesOf(parts: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flat());
}

function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function u64(value: number): number[] {
  return [...u32(value % 0x1_0000_0000), ...u32(Math.floor(value / 0x1_0000_0000))];
}

function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text.toWellFormed());
  const bytes: number[] = [];
  for (let index = 0; index < escaped.length; index++) {
    const isEscape = escaped.charAt(index) === '%';
    bytes.push(isEscape ? Number.parseInt(escaped.slice(index + 1, index + 3), 16) : escaped.charCodeAt(index));
    if (isEscape) index += 2;
  }
  return bytes;
}

function utf16(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => u16(text.charCodeAt(index))).flat();
}
