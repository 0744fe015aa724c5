import type { HardwareHashFields } from '../hashes/readFields.ts';
import type { HardwareInventory } from '../hashes/readInventory.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const OS_TYPES: Readonly<Record<string, string>> = { FullOS: 'full Windows', WinPE: 'Windows PE' };

/**
 * What a hash tells a person about the device and its capture. Never the hash itself. Of a damaged hash it is what
 * stands before the damage, and the first fact says so.
 */
export function hashFacts(
  fields: HardwareHashFields,
  { isDamaged, inventory }: { readonly isDamaged: boolean; readonly inventory: HardwareInventory | null },
): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value.trim() !== '') facts.push({ label, value: value.trim() });
  };
  if (isDamaged) add('Careful', 'the hash is damaged; this is what stands before the damage');
  add('Manufacturer', fields.manufacturer);
  add('Model', fields.productName);
  add('Serial number', fields.serialNumber);
  add('SKU', fields.skuNumber);
  add('Family', fields.systemFamily);
  add('Product key ID', fields.productKeyId);
  add('TPM', fields.tpmVersion === null ? (isDamaged ? null : 'none') : tpmWords(fields.tpmVersion));
  add('TPM endorsement key', fields.tpmEndorsementKeySha256 && `SHA-256 ${fields.tpmEndorsementKeySha256}`);
  add('SMBIOS UUID', fields.smbiosUuid);
  for (const { medium, address, bus } of fields.macAddresses) add('Network', `${medium} ${address} (${bus})`);
  add('Disk', diskWords(fields, inventory));
  if (inventory !== null) {
    add('Processor', inventory.processorModel);
    add('Memory', inventory.memoryGib === null ? null : `${inventory.memoryGib} GB`);
  }
  add('Captured', fields.collectedAt?.replace('T', ' ').replace('Z', ' UTC'));
  add('Captured in', capturedIn(fields));
  return facts;
}

/** `TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'NTC '-Firmware:…` in few words. */
function tpmWords(version: string): string {
  const number = /^TPM-Version:\s*([\d.]+)/.exec(version)?.[1];
  const vendor = /VendorID:'([^']*)'/.exec(version)?.[1]?.trim();
  if (number === undefined) return version;
  return vendor === undefined ? number : `${number} (${vendor})`;
}

function diskWords({ diskSerialNumber }: HardwareHashFields, inventory: HardwareInventory | null): string | null {
  const disk = inventory?.disks[0];
  if (disk === undefined) return diskSerialNumber;
  const size = disk.capacityGb === null ? '' : `, ${disk.capacityGb} GB`;
  return `${disk.product} ${disk.serialNumber}${size}`;
}

function capturedIn({ osType, osBuild }: HardwareHashFields): string | null {
  if (osType === null) return osBuild;
  return [OS_TYPES[osType] ?? osType, osBuild].filter(Boolean).join(' ');
}
