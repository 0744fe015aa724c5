/** The numbers of the records that Reseal reads. All other types are skipped by their length. */
export const RECORD = {
  collection: 1,
  processor: 2,
  processorManufacturer: 3,
  processorModel: 4,
  memory: 5,
  diskCapacity: 6,
  disk: 7,
  networkAdapter: 8,
  display: 9,
  chassis: 10,
  offlineDeviceId: 11,
  smbiosUuid: 12,
  tpmVersion: 13,
  serialNumber: 14,
  biosVendor: 15,
  manufacturer: 16,
  productName: 17,
  skuNumber: 18,
  systemFamily: 19,
  boardManufacturer: 20,
  boardProduct: 21,
  boardVersion: 22,
  systemVersion: 23,
  productKeyId: 24,
  tpmEndorsementKey: 25,
  productKeyPartNumber: 26,
  displaySize: 27,
  systemDisk: 28,
  graphicsMemory: 29,
  graphicsAdapter: 30,
  processorClasses: 34,
  locale: 36,
} as const;

/** By number: read for every record of every hash, so an array and not a map. */
const NAMES: string[] = [];
for (const [name, type] of Object.entries(RECORD)) NAMES[type] = name;

/** What a record type holds, or `unknown`. */
export function recordName(type: number): string {
  return NAMES[type] ?? 'unknown';
}
