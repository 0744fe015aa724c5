import { expect, test } from 'vitest';
import { splitIntoFiles, targets, type ExportedDevice } from '../../../src/shared/intake/targetFiles.ts';
import { encodeWindows1252, firstNotAnsi } from '../../../src/shared/intake/windows1252.ts';

const device: ExportedDevice = {
  serialNumber: '5CG1234567',
  manufacturer: 'HP',
  model: 'EliteBook 650',
  productKeyId: null,
  groupTag: null,
  assignedUser: null,
  hardwareHash: 'T0G=',
};

test.each<readonly [string, Partial<ExportedDevice>, string]>([
  ['a comma in the serial number', { serialNumber: 'A,B' }, 'a comma'],
  ['a quotation mark in the serial number', { serialNumber: 'A"B' }, 'a quotation mark'],
  ['a line break in the product key ID', { productKeyId: 'A\nB' }, 'a line break'],
  ['a comma in the tag', { groupTag: 'A,B' }, 'commas'],
  ['a tag that is too long', { groupTag: 'x'.repeat(200) }, '200 characters'],
  ['a user that is none', { assignedUser: 'ada' }, 'user principal name'],
  ['a character that ANSI does not have', { groupTag: 'Łódź' }, '“Ł”'],
])('Intune would refuse %s, so the row is not written', (_, change, reason) => {
  expect(targets.intune.rowOf({ ...device, ...change })).toEqual({
    state: 'refused',
    reason: expect.stringContaining(reason) as unknown,
  });
});

test.each<readonly [string, Partial<ExportedDevice>, readonly string[]]>([
  ['a hash row', {}, ['5CG1234567', '', 'T0G=', '', '']],
  ['a triple', { hardwareHash: null }, ['5CG1234567', '', '', 'HP', 'EliteBook 650']],
  [
    'a product key ID of a known model',
    { hardwareHash: null, serialNumber: null, productKeyId: '3300' },
    ['', '3300', '', '', ''],
  ],
  ['a product key ID', { hardwareHash: null, model: null, productKeyId: '3300' }, ['', '3300', '', '', '']],
])('Partner Center takes %s', (_, change, values) => {
  expect(targets['partner-center'].rowOf({ ...device, ...change })).toEqual({ state: 'written', values, notes: [] });
});

test('a device with a product key ID and the triple is written by its triple, and that is said', () => {
  const row = targets['partner-center'].rowOf({ ...device, hardwareHash: null, productKeyId: '3301234567891' });
  expect(row).toEqual({
    state: 'written',
    values: ['5CG1234567', '', '', 'HP', 'EliteBook 650'],
    notes: [{ code: 'exports.byTriple', productKeyId: '3301234567891' }],
  });
});

test.each([
  ['intune', 500],
  ['partner-center', 1_000],
  ['corporate-identifiers', 5_000],
] as const)('%s takes %d rows a file, the header not counted', (target, most) => {
  const rows = Array.from({ length: most * 2 + 1 }, () => ['a', 'b', 'c']);
  const lines = splitIntoFiles(target, rows).map((text) => text.split('\r\n').length - 1);
  const header = target === 'corporate-identifiers' ? 0 : 1;

  expect(lines).toEqual([most + header, most + header, 1 + header]);
});

test('corporate identifiers are split at five megabytes as well', () => {
  const rows = Array.from({ length: 4_000 }, () => ['m'.repeat(2_000), 'b', 'c']);
  for (const text of splitIntoFiles('corporate-identifiers', rows)) expect(text.length).toBeLessThanOrEqual(5_000_000);
});

test('every character of windows-1252 is written and read back, and no other', () => {
  const decoder = new TextDecoder('windows-1252');
  for (let byte = 0; byte < 256; byte++) {
    const character = decoder.decode(Uint8Array.of(byte));
    const isEmptyPlace = [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte);
    expect(firstNotAnsi(character)).toBe(isEmptyPlace ? character : null);
    if (!isEmptyPlace) expect([...encodeWindows1252(character)]).toEqual([byte]);
  }
  expect(() => encodeWindows1252('Ł')).toThrow(RangeError);
});
