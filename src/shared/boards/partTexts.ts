import type { DecodedHardwareHash } from '../hashes/decodeHardwareHash.ts';
import type { HashDisk, HashDisplay } from '../hashes/readInventory.ts';
import { cardText } from './compareCards.ts';
import type { HardwarePart } from './hardwarePart.ts';

/** What a hash says of a part, for a person; of a record that nobody knows only its length. Never the hash itself. */
export function partTexts(
  { fields, inventory, records }: DecodedHardwareHash,
  part: HardwarePart,
  recordType: number | null,
): string[] {
  switch (part) {
    case 'uuid':
      return texts(fields.smbiosUuid);
    case 'tpm':
      return texts(fields.tpmEndorsementKeySha256 && `SHA-256 ${fields.tpmEndorsementKeySha256}`);
    case 'tpmVersion':
      return texts(fields.tpmVersion);
    case 'serialNumber':
      return texts(fields.serialNumber);
    case 'manufacturer':
      return texts(fields.manufacturer);
    case 'model':
      return texts(fields.productName);
    case 'sku':
      return texts(fields.skuNumber);
    case 'family':
      return texts(fields.systemFamily);
    case 'productKeyId':
      return texts(fields.productKeyId, inventory.productKeyPartNumber);
    case 'boardName':
      return texts(inventory.boardManufacturer, inventory.boardProduct, inventory.boardVersion);
    case 'systemVersion':
      return texts(inventory.systemVersion);
    case 'chassis':
      return texts(inventory.chassisType === null ? null : `type ${inventory.chassisType}`);
    case 'bios':
      return texts(inventory.biosVendor);
    case 'deviceId':
      return texts(inventory.offlineDeviceId && `from ${inventory.offlineDeviceId.source}`);
    case 'network':
      return fields.macAddresses.map(cardText);
    case 'disk':
      return inventory.disks.map(diskText);
    case 'processor':
      return texts(inventory.processorModel);
    case 'memory':
      return texts(inventory.memoryGib === null ? null : `${inventory.memoryGib} GB`);
    case 'graphics':
      return texts(...inventory.graphicsAdapters);
    case 'display':
      return inventory.displays.map(displayText);
    case 'unknown':
      return records.filter(({ type }) => type === recordType).map(({ length }) => `${length} bytes`);
  }
}

const texts = (...values: readonly (string | null)[]): string[] =>
  values.flatMap((value) => (value === null || value.trim() === '' ? [] : [value.trim()]));

function diskText({ product, serialNumber, capacityGb }: HashDisk): string {
  const size = capacityGb === null ? '' : `, ${capacityGb} GB`;
  return `${product} ${serialNumber.trim()}${size}`.trim();
}

const displayText = ({ widthPixels, heightPixels, isInternal }: HashDisplay): string =>
  `${isInternal ? 'built-in' : 'external'}, ${widthPixels ?? '?'} × ${heightPixels ?? '?'}`;
