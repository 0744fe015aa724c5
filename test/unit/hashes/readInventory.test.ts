import { describe, expect, test } from 'vitest';
import { decodeHardwareHash, type DecodedHardwareHash } from '../../../src/shared/hashes/decodeHardwareHash.ts';
import { encodeRecords } from '../../../src/shared/hashes/encodeRecords.ts';
import { sha256 } from './sampleDevice.ts';

function decode(type: number, data: Uint8Array | string): DecodedHardwareHash {
  return decodeHardwareHash(encodeRecords([{ type, data: Buffer.from(data) }], sha256), sha256);
}

function inventory(type: number, data: Uint8Array | string): DecodedHardwareHash['inventory'] {
  return decode(type, data).inventory;
}

describe('the inventory of a hash', () => {
  test('reads the processor and the classes of its cores', () => {
    expect(inventory(2, Buffer.from('09000100 0a000c00 01000000'.replaceAll(' ', ''), 'hex'))).toMatchObject({
      architecture: 'x64',
      processorCores: 10,
      processorThreads: 12,
    });
    expect(inventory(34, Buffer.from('0201020004000008000800', 'hex')).processorClasses).toEqual([
      { efficiencyClass: 1, cores: 2, threads: 4 },
      { efficiencyClass: 0, cores: 8, threads: 8 },
    ]);
  });

  test('trims the blanks that fill up a processor name', () => {
    expect(inventory(4, 'Contoso CPU      \0').processorModel).toBe('Contoso CPU');
  });

  test('leaves out what a display does not know', () => {
    expect(inventory(9, Buffer.from('ffffffff8007380400000080', 'hex')).displays).toEqual([
      { widthMm: null, heightMm: null, widthPixels: 1920, heightPixels: 1080, isInternal: true },
    ]);
  });

  test.each([
    [8, 120],
    [-20, -300],
    [120, null],
  ])('a UTC offset of %i quarters is %s minutes', (quarters, minutes) => {
    const collection = Buffer.alloc(24);
    collection.writeInt8(quarters, 20);
    expect(inventory(1, collection).utcOffsetMinutes).toBe(minutes);
  });

  test('says where the offline device ID comes from', () => {
    const data = Buffer.alloc(42, 0xab);
    data[4] = 1;
    expect(inventory(11, data).offlineDeviceId).toEqual({ source: 'TPM', value: 'ab'.repeat(32) });
  });

  test('a disk without a serial number keeps its model', () => {
    expect(decode(7, '|Virtual Disk    |Msft    ')).toMatchObject({
      fields: { diskSerialNumber: '' },
      inventory: {
        disks: [{ serialNumber: '', product: 'Virtual Disk', vendor: 'Msft', capacityGb: null, busType: null }],
      },
    });
  });

  test('shows what is not known as it stands', () => {
    expect(inventory(99, Buffer.from('c0ffee', 'hex')).unknownRecords).toEqual([{ type: 99, hex: 'c0ffee' }]);
    expect(inventory(2, Buffer.from('4d000100', 'hex')).architecture).toBe('77');
  });

  test('text that is not UTF-8 is shown as Latin-1', () => {
    expect(decode(16, Buffer.from('Müller\0', 'utf8')).fields.manufacturer).toBe('Müller');
    expect(decode(16, Buffer.from('Müller\0', 'latin1')).fields.manufacturer).toBe('Müller');
  });
});
