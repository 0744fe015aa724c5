import { createHash, hash } from 'node:crypto';
import { encodeHardwareHash, type DeviceDescription } from '../../../shared/hashes/encodeHardwareHash.ts';

/** SHA-256 as the encoder and the decoder want it. */
export const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

interface Maker {
  readonly manufacturer: string;
  readonly models: readonly (readonly [model: string, family: string, sku: string])[];
  readonly serialNumber: (digest: string) => string;
  readonly tpmVendor: string;
}

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ0123456789';

/** Characters that no word is made of, from a digest. */
function characters(digest: string, from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const byte = Number.parseInt(digest.slice((from + index) * 2, (from + index) * 2 + 2), 16);
    return LETTERS.charAt(byte % LETTERS.length);
  }).join('');
}

/** Makers as they write themselves in SMBIOS; the devices are invented. */
const makers: readonly Maker[] = [
  {
    manufacturer: 'HP',
    models: [
      ['HP EliteBook 650 15.6 inch G10 Notebook PC', '103C_5336AN HP EliteBook', '9X5N7ET#ABH'],
      ['HP ProDesk 400 G9 Desktop Mini PC', '103C_53307F HP ProDesk', '7B1R2EA#ABH'],
    ],
    serialNumber: (digest) => `5CG${characters(digest, 0, 7)}`,
    tpmVendor: 'IFX',
  },
  {
    manufacturer: 'Dell Inc.',
    models: [
      ['Latitude 5540', 'Latitude', '0C08'],
      ['OptiPlex Micro 7010', 'OptiPlex', '0C58'],
    ],
    serialNumber: (digest) => characters(digest, 0, 7),
    tpmVendor: 'NTC',
  },
  {
    manufacturer: 'LENOVO',
    models: [
      ['21HM004QMH', 'ThinkPad L14 Gen 4', 'LENOVO_MT_21HM_BU_Think_FM_ThinkPad L14 Gen 4'],
      ['12E30026MH', 'ThinkCentre M70q Gen 4', 'LENOVO_MT_12E3_BU_Think_FM_ThinkCentre M70q Gen 4'],
    ],
    serialNumber: (digest) => `PF${characters(digest, 0, 6)}`,
    tpmVendor: 'STM',
  },
  {
    manufacturer: 'Microsoft Corporation',
    models: [
      ['Surface Laptop 6 for Business', 'Surface', 'Surface_Laptop_6_for_Business_2035'],
      ['Surface Pro 10 for Business', 'Surface', 'Surface_Pro_10_for_Business_2079'],
    ],
    serialNumber: (digest) =>
      `0${BigInt(`0x${digest.slice(0, 16)}`)
        .toString()
        .slice(0, 11)}`,
    tpmVendor: 'MSFT',
  },
];

/** When the first device was captured; each further one ten minutes later, and after four weeks from the start again. */
const FIRST_CAPTURE_MS = Date.UTC(2026, 9, 5, 6, 30);

/**
 * An invented device, the same for the same number: of one of four makers, physical, with TPM 2.0, fit for
 * pre-provisioning. No such device exists.
 */
export function inventedDevice(number: number, change: Partial<DeviceDescription> = {}): DeviceDescription {
  const digest = createHash('sha512').update(`invented device ${number}`).digest('hex');
  const maker = pick(makers, number);
  const [productName, systemFamily, skuNumber] = pick(maker.models, Math.floor(number / makers.length));
  const mac = digest
    .slice(40, 50)
    .replace(/(..)(?=.)/g, '$1:')
    .toUpperCase();
  return {
    manufacturer: maker.manufacturer,
    productName,
    systemFamily,
    skuNumber,
    serialNumber: maker.serialNumber(digest),
    smbiosUuid: `${digest.slice(60, 68)}-${digest.slice(68, 72)}-4${digest.slice(73, 76)}-a${digest.slice(77, 80)}-${digest.slice(80, 92)}`,
    productKeyId: `33${BigInt(`0x${digest.slice(92, 106)}`)
      .toString()
      .padStart(11, '0')
      .slice(0, 11)}`,
    tpm: {
      version: `TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'${maker.tpmVendor.padEnd(4)}'-Firmware:458754.196609`,
      endorsementKey: endorsementKey(digest),
    },
    // The first octet says that nobody was given these addresses.
    macAddresses: [
      { medium: 14, address: `02:${mac}`, bus: 'PCI' },
      { medium: 9, address: `06:${mac}`, bus: 'PCI' },
    ],
    disks: [
      {
        serialNumber: digest.slice(100, 120).toUpperCase(),
        product: 'KXG8AZNV512G',
        vendor: '',
        capacityGb: 512,
        busType: 17,
      },
    ],
    processorModel: '13th Gen Intel(R) Core(TM) i5-1335U',
    memoryGib: 16,
    collectedAt: new Date(FIRST_CAPTURE_MS + (number % 4_000) * 600_000),
    utcOffsetMinutes: 120,
    osBuild: '10.0.26100.2033',
    osType: 2,
    ...change,
  };
}

/** The hash that an invented device would report. */
export function inventedHash(device: DeviceDescription): string {
  return encodeHardwareHash(device, sha256);
}

/** As many bytes as an RSA-2048 modulus has, and like one with the highest bit set. */
function endorsementKey(digest: string): Uint8Array {
  const key = Buffer.concat([0, 1, 2, 3].map((part) => createHash('sha512').update(`${digest} ${part}`).digest()));
  key.writeUInt8(key.readUInt8(0) | 0x80, 0);
  return key;
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}
