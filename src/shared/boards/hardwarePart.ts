import { z } from 'zod';
import { readU8 } from '../hashes/byteReader.ts';
import { RECORD } from '../hashes/recordTypes.ts';

/** A part of a device, or what its firmware says of itself, as a hardware hash holds it. */
export const hardwarePart = z.enum([
  'uuid',
  'tpm',
  'tpmVersion',
  'serialNumber',
  'manufacturer',
  'model',
  'sku',
  'family',
  'productKeyId',
  'boardName',
  'systemVersion',
  'chassis',
  'bios',
  'deviceId',
  'network',
  'disk',
  'processor',
  'memory',
  'graphics',
  'display',
  'unknown',
]);
export type HardwarePart = z.infer<typeof hardwarePart>;

const PARTS = new Map<number, HardwarePart>([
  [RECORD.smbiosUuid, 'uuid'],
  [RECORD.tpmEndorsementKey, 'tpm'],
  [RECORD.tpmVersion, 'tpmVersion'],
  [RECORD.serialNumber, 'serialNumber'],
  [RECORD.manufacturer, 'manufacturer'],
  [RECORD.productName, 'model'],
  [RECORD.skuNumber, 'sku'],
  [RECORD.systemFamily, 'family'],
  [RECORD.productKeyId, 'productKeyId'],
  [RECORD.productKeyPartNumber, 'productKeyId'],
  [RECORD.boardManufacturer, 'boardName'],
  [RECORD.boardProduct, 'boardName'],
  [RECORD.boardVersion, 'boardName'],
  [RECORD.systemVersion, 'systemVersion'],
  [RECORD.chassis, 'chassis'],
  [RECORD.biosVendor, 'bios'],
  [RECORD.networkAdapter, 'network'],
  [RECORD.disk, 'disk'],
  [RECORD.diskCapacity, 'disk'],
  [RECORD.systemDisk, 'disk'],
  [RECORD.processor, 'processor'],
  [RECORD.processorManufacturer, 'processor'],
  [RECORD.processorModel, 'processor'],
  [RECORD.processorClasses, 'processor'],
  [RECORD.memory, 'memory'],
  [RECORD.graphicsAdapter, 'graphics'],
  [RECORD.graphicsMemory, 'graphics'],
  [RECORD.display, 'display'],
  [RECORD.displaySize, 'display'],
]);

const SOURCE_OFFSET = 4;
const SOURCE_TPM = 1;

/** The part that a record is about; null for what belongs to the capture and to Windows. One that nobody knows is `unknown`. */
export function partOfRecord(type: number, data: Uint8Array): HardwarePart | null {
  if (type === RECORD.collection || type === RECORD.locale) return null;
  // The digest of the TPM's key changes with the TPM.
  if (type === RECORD.offlineDeviceId) return readU8(data, SOURCE_OFFSET) === SOURCE_TPM ? 'tpm' : 'deviceId';
  return PARTS.get(type) ?? 'unknown';
}
