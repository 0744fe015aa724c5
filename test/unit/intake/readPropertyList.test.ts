import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineSplitter } from '../../../src/shared/intake/lineSplitter.ts';
import { isPropertyList, readPropertyList } from '../../../src/shared/intake/readPropertyList.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';

const hashes = [0, 1].map((number) => inventedHash(inventedDevice(number)));

function linesOf(text: string) {
  const splitter = createLineSplitter();
  return [...splitter.push(text), ...splitter.end()];
}

function listed(name: string, serialNumber: string, hash: string): string {
  const wrapped = (hash.match(/.{1,80}/g) ?? []).join(`\r\n${' '.repeat(23)}`);
  return `\r\n\r\nDevice Serial Number : ${serialNumber}\r\nWindows Product ID   : \r\n${name} : ${wrapped}\r\nPSComputerName       : X\r\n`;
}

test('objects with a wrapped hash are read, and values that nobody knows are left', () => {
  const [first = '', second = ''] = hashes;
  const lines = linesOf(listed('Hardware Hash       ', 'A-1', first) + listed('Hardware Hash       ', 'A-2', second));

  expect(isPropertyList(lines)).toBe(true);
  expect(readPropertyList(lines)).toMatchObject([
    { record: { line: 3, fields: ['A-1', '', first] }, columns: ['serialNumber', 'productKeyId', 'hardwareHash'] },
    { record: { fields: ['A-2', '', second] } },
  ]);
});

test('the lists of wmic are read too', () => {
  const lines = linesOf(`\r\n\r\nDeviceHardwareData=${hashes[0] ?? ''}\r\nSerialNumber=A-1\r\n\r\n`);
  expect(isPropertyList(lines)).toBe(true);
  expect(readPropertyList(lines)).toMatchObject([{ columns: ['hardwareHash', 'serialNumber'] }]);
});

test.each([
  ['a hash behind its name alone', `DeviceHardwareData : ${hashes[0] ?? ''}`],
  ['a list without a hash', 'Serial Number : A-1\r\nModel : B\r\n'],
  ['a hash file', `Device Serial Number,Windows Product ID,Hardware Hash\r\nA-1,,${hashes[0] ?? ''}\r\n`],
])('%s is no list of devices', (_, text) => {
  expect(isPropertyList(linesOf(text))).toBe(false);
});

test('any text can be read', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('Serial Number : A', 'Hardware Hash : T0', '   AAAA==', '', 'x=y'),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const source = linesOf(lines.join('\n'));
      isPropertyList(source);
      for (const { record, columns } of readPropertyList(source)) expect(record.fields).toHaveLength(columns.length);
    }),
  );
});
