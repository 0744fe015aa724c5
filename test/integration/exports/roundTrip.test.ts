import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeWindows1252 } from '../../../src/shared/intake/windows1252.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

interface Row {
  readonly serialNumber: string;
  readonly hash: string;
  readonly groupTag: string;
  readonly assignedUser: string;
}

const devices = Array.from({ length: 12 }, (_, number) => {
  const device = inventedDevice(number);
  return { serialNumber: device.serialNumber ?? '', hash: inventedHash(device) };
});

/** Rows of different devices, with tags and users as people write them. */
const rows: fc.Arbitrary<Row[]> = fc
  .uniqueArray(fc.nat(devices.length - 1), { minLength: 1, maxLength: 6 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.record({
          serialNumber: fc.constant(devices[number]?.serialNumber ?? ''),
          hash: fc.constant(devices[number]?.hash ?? ''),
          groupTag: fc.constantFrom('', 'Kiosk', 'Büro München', 'Größe 7 (neu)', 'a-b_c', 'São Paulo'),
          assignedUser: fc.constantFrom('', 'ada@contoso.com', "o'brien@sub.contoso.co.uk"),
        }),
      ),
    ),
  );

type Writer = (row: Row) => readonly string[];

interface Dialect {
  readonly name: string;
  readonly reads: string;
  readonly header: readonly string[] | null;
  readonly writer: Writer;
  readonly keeps: readonly ('groupTag' | 'assignedUser')[];
}

const intune = ['Device Serial Number', 'Windows Product ID', 'Hardware Hash'];
const first: Writer = ({ serialNumber, hash }) => [serialNumber, '', hash];

const dialects: readonly Dialect[] = [
  { name: 'intune, 3', reads: 'intune', header: intune, writer: first, keeps: [] },
  {
    name: 'intune, 4',
    reads: 'intune',
    header: [...intune, 'Group Tag'],
    writer: (row) => [...first(row), row.groupTag],
    keeps: ['groupTag'],
  },
  {
    name: 'intune, 5, in capitals',
    reads: 'intune',
    header: [...intune, 'Group Tag', 'Assigned User'].map((name) => name.toUpperCase()),
    writer: (row) => [...first(row), row.groupTag, row.assignedUser],
    keeps: ['groupTag', 'assignedUser'],
  },
  {
    name: 'partner center',
    reads: 'partner-center',
    header: [...intune, 'Manufacturer name', 'Device model'],
    writer: (row) => [...first(row), '', ''],
    keeps: [],
  },
  {
    name: 'order id',
    reads: 'legacy-order-id',
    header: [...intune, 'OrderID'],
    writer: (row) => [...first(row), row.groupTag],
    keeps: ['groupTag'],
  },
  {
    name: 'cipp',
    reads: 'cipp',
    header: ['SerialNumber', 'oemManufacturerName', 'modelName', 'productKey', 'hardwareHash', 'groupTag'],
    writer: ({ serialNumber, hash, groupTag }) => [serialNumber, '', '', '', hash, groupTag],
    keeps: ['groupTag'],
  },
  {
    name: 'headerless',
    reads: 'headerless',
    header: null,
    writer: (row) => [...first(row), row.groupTag],
    keeps: ['groupTag'],
  },
  {
    name: 'configuration manager',
    reads: 'configmgr-report',
    header: ['Autopilot devices'],
    writer: (row) => [...intune, ...first(row)],
    keeps: [],
  },
];

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16LE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16BE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': encodeWindows1252,
};

let intake: IntakeOnDisk;
beforeAll(() => {
  intake = intakeOnDisk();
});
afterAll(() => {
  intake.close();
});

test('any rows, written in any dialect, delimiter, quoting, line end and encoding, are read back the same', async () => {
  const layout = fc.record({
    dialect: fc.constantFrom(...dialects),
    delimiter: fc.constantFrom(',', ';', '\t'),
    isQuoted: fc.boolean(),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
    encoding: fc.constantFrom(...Object.keys(encodings)),
  });
  await fc.assert(
    fc.asyncProperty(rows, layout, async (all, { dialect, delimiter, isQuoted, lineEnd, encoding }) => {
      const table = [...(dialect.header === null ? [] : [dialect.header]), ...all.map(dialect.writer)];
      const cell = (value: string): string => (isQuoted ? `"${value}"` : value);
      const text = table.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
      const bytes = encodings[encoding]?.(text) ?? new Uint8Array();
      const { files } = await intake.inspect({ name: 'a.csv', bytes });

      const expected = all.map((row) => ({
        serialNumber: row.serialNumber,
        status: 'ready',
        groupTag: dialect.keeps.includes('groupTag') ? row.groupTag || null : null,
        assignedUser: dialect.keeps.includes('assignedUser') ? row.assignedUser || null : null,
        hash: { state: 'valid', characters: 4000, checksum: 'ok' },
      }));
      expect(files).toMatchObject([{ dialect: dialect.reads, delimiter, rows: expected }]);
    }),
    { numRuns: 400 },
  );
});
