import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeWindows1252 } from '../../../src/shared/intake/windows1252.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, textFile, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

const hp = inventedDevice(0);
const dell = inventedDevice(1);
const hashOf = { hp: inventedHash(hp), dell: inventedHash(dell) };
const serialOf = { hp: hp.serialNumber ?? '', dell: dell.serialNumber ?? '' };
const intuneHeader = 'Device Serial Number,Windows Product ID,Hardware Hash';

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join('');
}

interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly file: Readonly<Record<string, unknown>>;
  /** Of the rows, in order: line, status, and what else is worth saying. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly issues?: readonly string[];
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

const hpRow = { line: 2, status: 'ready', serialNumber: serialOf.hp, manufacturer: 'HP', model: hp.productName };
const dellRow = { line: 3, status: 'ready', serialNumber: serialOf.dell, manufacturer: 'Dell Inc.' };
const twoRows = [`${serialOf.hp},,${hashOf.hp}`, `${serialOf.dell},,${hashOf.dell}`];
const goodHash = { state: 'valid', characters: 4000, checksum: 'ok' };

const cases: readonly Case[] = [
  {
    name: '1 Intune with five columns in ANSI',
    bytes: encodeWindows1252(
      lines(
        `${intuneHeader},Group Tag,Assigned User`,
        `${serialOf.hp},,${hashOf.hp},Büro Köln,ada@contoso.com`,
        `${serialOf.dell},,${hashOf.dell},,`,
      ),
    ),
    file: { encoding: 'windows-1252', bom: false, delimiter: ',', dialect: 'intune' },
    rows: [
      { ...hpRow, groupTag: 'Büro Köln', assignedUser: 'ada@contoso.com', hash: goodHash },
      { ...dellRow, groupTag: null, assignedUser: null },
    ],
  },
  {
    name: '2 Intune with the least columns',
    bytes: utf8(lines(intuneHeader, ...twoRows)),
    file: { encoding: 'ascii', bom: false, dialect: 'intune' },
    rows: [hpRow, dellRow],
  },
  {
    name: '3 Get-WindowsAutopilotInfo from Windows PowerShell, UTF-16 with a byte-order mark',
    bytes: utf16(lines(intuneHeader, ...twoRows)),
    file: { encoding: 'utf-16le', bom: true, delimiter: ',', dialect: 'intune' },
    rows: [hpRow, dellRow],
  },
  {
    name: '3 the same from PowerShell 7, UTF-8 without a mark',
    bytes: utf8(lines(`${intuneHeader},Group Tag`, `${twoRows[0] ?? ''},Zürich`)),
    file: { encoding: 'utf-8', bom: false, dialect: 'intune' },
    rows: [{ ...hpRow, groupTag: 'Zürich' }],
  },
  {
    name: '4 Get-WindowsAutopilotInfo -GroupTag',
    bytes: utf16(lines(`${intuneHeader},Group Tag`, `${twoRows[0] ?? ''},Kiosk`)),
    file: { dialect: 'intune' },
    rows: [{ ...hpRow, groupTag: 'Kiosk' }],
  },
  {
    name: '5 Get-WindowsAutopilotInfo -AssignedUser',
    bytes: utf16(lines(`${intuneHeader},Group Tag,Assigned User`, `${twoRows[0] ?? ''},,ada@contoso.com`)),
    file: { dialect: 'intune' },
    rows: [{ ...hpRow, groupTag: null, assignedUser: 'ada@contoso.com' }],
  },
  {
    name: '6 Get-WindowsAutopilotInfo -Partner, with make and model left blank',
    bytes: utf16(lines(`${intuneHeader},Manufacturer name,Device model`, `${twoRows[0] ?? ''},,`)),
    file: { dialect: 'partner-center' },
    rows: [hpRow],
  },
  {
    name: '7 Get-WindowsAutopilotInfo -Append, ragged after runs with other options',
    bytes: utf16(
      lines(intuneHeader, twoRows[0] ?? '', `${twoRows[1] ?? ''},Kiosk`, `${hardwareRow(2)},Sales,ada@contoso.com`),
    ),
    file: { dialect: 'intune' },
    rows: [
      hpRow,
      { ...dellRow, status: 'repaired', groupTag: 'Kiosk' },
      { line: 4, status: 'repaired', groupTag: 'Sales', assignedUser: 'ada@contoso.com' },
    ],
  },
  {
    name: '7 the same after a run with -Partner',
    bytes: utf16(lines(intuneHeader, `${twoRows[0] ?? ''},HP,EliteBook`)),
    file: { dialect: 'intune' },
    rows: [{ ...hpRow, status: 'repaired', model: 'EliteBook', groupTag: null }],
  },
  {
    name: '7 a value too many that is no user waits for a person',
    bytes: utf16(lines(`${intuneHeader},Group Tag`, `${twoRows[0] ?? ''},Kiosk,EliteBook`)),
    file: { dialect: 'intune' },
    rows: [{ ...hpRow, status: 'suspect', groupTag: 'Kiosk', assignedUser: null }],
  },
  {
    name: '8 Partner Center in the spelling of its template, with all three kinds of rows',
    bytes: utf8(
      lines(
        'Device serial number,Windows product ID,Hardware hash,Manufacturer name,Device model',
        `,,${hashOf.hp},,`,
        ',00329-00000-0003-AA606,,,',
        'ABC1234,,,Dell Inc.,Latitude 5540',
        'ABC1235,,,Dell Inc.,',
      ),
    ),
    file: { dialect: 'partner-center' },
    rows: [
      hpRow,
      {
        line: 3,
        status: 'ready',
        productKeyId: '00329-00000-0003-AA606',
        hash: { state: 'absent', characters: 0, checksum: 'missing' },
      },
      { line: 4, status: 'ready', serialNumber: 'ABC1234', manufacturer: 'Dell Inc.', model: 'Latitude 5540' },
      { line: 5, status: 'rejected' },
    ],
  },
  {
    name: '10 the order ID of before 2019 is the group tag',
    bytes: utf8(lines(`${intuneHeader},OrderID`, `${twoRows[0] ?? ''},PO-4711`)),
    file: { dialect: 'legacy-order-id' },
    rows: [{ ...hpRow, groupTag: 'PO-4711' }],
  },
  {
    name: '10b a purchase order is no group tag, and has a place of its own',
    bytes: utf8(lines(`${intuneHeader},PurchaseOrderIdentifier`, `${twoRows[0] ?? ''},76222342`)),
    file: { dialect: 'intune' },
    rows: [{ ...hpRow, groupTag: null, purchaseOrder: '76222342' }],
  },
  {
    name: '10c both, and an order ID that stands back behind the group tag',
    bytes: utf8(lines(`${intuneHeader},Order ID,Purchase Order,Group Tag`, `${twoRows[0] ?? ''},D-12,76222342,Kiosk`)),
    file: { dialect: 'legacy-order-id' },
    rows: [{ ...hpRow, groupTag: 'Kiosk', purchaseOrder: '76222342' }],
    issues: ['file.unassigned-columns'],
  },
  {
    name: '10d a column that is called “Tag” is the group tag',
    bytes: utf8(lines(`${intuneHeader},Tag`, `${twoRows[0] ?? ''},Kiosk`)),
    file: { dialect: 'intune' },
    rows: [{ ...hpRow, groupTag: 'Kiosk' }],
  },
  {
    name: '10e a column with values whose name is not known is asked about; one without values is only named',
    bytes: utf8(lines(`${intuneHeader},Location,Notes`, `${twoRows[0] ?? ''},Kiosk,`, `${twoRows[1] ?? ''},,`)),
    file: { dialect: 'intune' },
    rows: [hpRow, dellRow],
    issues: ['file.unassigned-columns', 'file.extra-columns'],
  },
  {
    name: '10f a column without a name is asked about by its number',
    bytes: utf8(lines(`${intuneHeader},`, `${twoRows[0] ?? ''},Kiosk`)),
    file: { dialect: 'intune' },
    rows: [hpRow],
    issues: ['file.unassigned-columns'],
  },
  {
    name: '11 corporate identifiers, without a header',
    bytes: utf8(lines('HP,EliteBook 650,5CG1234567', 'Dell Inc.,Latitude 5540,ABC1234')),
    file: { dialect: 'corporate-identifiers', delimiter: ',' },
    rows: [
      { line: 1, status: 'ready', manufacturer: 'HP', model: 'EliteBook 650', serialNumber: '5CG1234567' },
      { line: 2, status: 'ready', manufacturer: 'Dell Inc.', model: 'Latitude 5540', serialNumber: 'ABC1234' },
    ],
  },
  {
    name: '12 DeviceLink',
    bytes: utf16(
      lines(
        'SerialNumber,Manufacturer,Model,Data',
        `5CG1234567,HP,EliteBook 650,${Buffer.from(JSON.stringify({ sn: '5CG1234567' })).toString('base64')}`,
      ),
    ),
    file: { dialect: 'devicelink', encoding: 'utf-16le' },
    rows: [{ line: 2, status: 'ready', serialNumber: '5CG1234567', manufacturer: 'HP', model: 'EliteBook 650' }],
  },
  {
    name: '13 Configuration Manager report: titles, and the header again in front of every row',
    bytes: utf8(
      `\uFEFF${lines('Windows Autopilot Device Information', '', ...twoRows.map((row) => `${intuneHeader},${row}`))}`,
    ),
    file: { dialect: 'configmgr-report', encoding: 'utf-8', bom: true },
    rows: [
      { ...hpRow, line: 3 },
      { ...dellRow, line: 4 },
    ],
    issues: ['file.title-lines'],
  },
  {
    name: '14 Endpoint analytics export',
    bytes: utf8(lines('Device name,Manufacturer,Model,Endpoint analytics score', 'PC-1,HP,EliteBook,77')),
    file: { dialect: 'unknown', counts: { ready: 0, repaired: 0, suspect: 0, rejected: 0 } },
    rows: [],
    issues: ['file.no-hash-column'],
  },
  {
    name: '16 OA3 report',
    bytes: utf8(`<Key><ProductKeyState>6</ProductKeyState><HardwareHash>${hashOf.hp}</HardwareHash></Key>\r\n`),
    file: { dialect: 'oa3-xml', delimiter: null },
    rows: [{ ...hpRow, line: 1 }],
  },
  {
    name: '17 CIPP template',
    bytes: utf8(
      `\uFEFF${lines('SerialNumber,oemManufacturerName,modelName,productKey,hardwareHash,groupTag', `${serialOf.hp},HP,EliteBook,,${hashOf.hp},Kiosk`)}`,
    ),
    file: { dialect: 'cipp', bom: true },
    rows: [{ line: 2, status: 'ready', serialNumber: serialOf.hp, model: 'EliteBook', groupTag: 'Kiosk' }],
  },
  {
    name: '18 ctl365: Intune and two columns more',
    bytes: utf8(
      lines(
        `${intuneHeader},Group Tag,Assigned User,Model Name,Manufacturer Name`,
        `${twoRows[0] ?? ''},Kiosk,ada@contoso.com,EliteBook,HP`,
      ),
    ),
    file: { dialect: 'intune' },
    rows: [{ line: 2, status: 'ready', model: 'EliteBook', groupTag: 'Kiosk', assignedUser: 'ada@contoso.com' }],
  },
  {
    name: '19 Export-Csv, quoted',
    bytes: utf8(
      lines('"Device Serial Number","Windows Product ID","Hardware Hash"', `"${serialOf.hp}","","${hashOf.hp}"`),
    ),
    file: { dialect: 'intune' },
    rows: [hpRow],
  },
  {
    name: '20 Excel in German: semicolons, a separator line and empty rows',
    bytes: utf8(`\uFEFF${lines('sep=;', intuneHeader.replaceAll(',', ';'), `${serialOf.hp};;${hashOf.hp}`, ';;')}`),
    file: { dialect: 'intune', delimiter: ';', bom: true },
    rows: [{ ...hpRow, line: 3 }],
    issues: ['file.separator-line', 'file.empty-rows'],
  },
  {
    name: '20 tabs, from copied cells',
    bytes: utf8(lines(intuneHeader.replaceAll(',', '\t'), `${serialOf.hp}\t\t${hashOf.hp}`)),
    file: { dialect: 'intune', delimiter: '\t' },
    rows: [hpRow],
  },
  {
    name: '21 HP order file, in capitals',
    bytes: utf8(lines(intuneHeader.toUpperCase(), twoRows[0] ?? '')),
    file: { dialect: 'intune' },
    rows: [hpRow],
  },
  {
    name: 'headerless: serial, product, hash, tag',
    bytes: utf8(lines(`${twoRows[0] ?? ''},Kiosk`, `${twoRows[1] ?? ''},Kiosk`)),
    file: { dialect: 'headerless' },
    rows: [
      { ...hpRow, line: 1, groupTag: 'Kiosk' },
      { ...dellRow, line: 2 },
    ],
  },
  {
    name: 'nothing but one hash',
    bytes: utf8(`${hashOf.hp}\n`),
    file: { dialect: 'bare-hash', delimiter: null },
    rows: [{ ...hpRow, line: 1 }],
  },
  {
    name: 'nothing but one hash, wrapped as in a mail',
    bytes: utf8((hashOf.hp.match(/.{1,76}/g) ?? []).join('\r\n')),
    file: { dialect: 'bare-hash' },
    rows: [{ ...hpRow, line: 1 }],
  },
  {
    name: 'one hash behind its name, as PowerShell lists it',
    bytes: utf8(`DeviceHardwareData : ${hashOf.hp}\r\n`),
    file: { dialect: 'bare-hash' },
    rows: [{ ...hpRow, line: 1, status: 'repaired' }],
  },
  {
    name: 'an Autopilot profile in JSON, written twice into one file',
    bytes: utf16('{"CloudAssignedTenantId":"x","Version":2049}{"CloudAssignedTenantId":"x"}'),
    file: { dialect: 'profile-json', encoding: 'utf-16le' },
    rows: [],
    issues: ['file.profile-json'],
  },
  {
    name: 'a layout that nobody knows, with a hash in it',
    bytes: utf8(lines('Inventory no;Owner;Fingerprint', `4711;Ada;${hashOf.hp}`)),
    file: { dialect: 'unknown', delimiter: ';' },
    rows: [{ line: 2, status: 'suspect', manufacturer: 'HP' }],
    issues: ['file.columns-guessed'],
  },
  {
    name: 'UTF-16 without a byte-order mark',
    bytes: Buffer.from(lines(intuneHeader, ...twoRows), 'utf16le'),
    file: { encoding: 'utf-16le', bom: false, dialect: 'intune' },
    rows: [hpRow, dellRow],
  },
  {
    name: 'UTF-16 of the other byte order',
    bytes: Buffer.from(`\uFEFF${lines(intuneHeader, ...twoRows)}`, 'utf16le').swap16(),
    file: { encoding: 'utf-16be', bom: true, dialect: 'intune' },
    rows: [hpRow, dellRow],
  },
  {
    name: 'two files joined into one, each with its header',
    bytes: utf8(lines(intuneHeader, twoRows[0] ?? '', `${intuneHeader},Group Tag`, `${twoRows[1] ?? ''},Kiosk`)),
    file: { dialect: 'intune' },
    rows: [hpRow, { ...dellRow, line: 4, groupTag: 'Kiosk' }],
    issues: ['file.repeated-header'],
  },
  {
    name: 'old Macintosh line ends',
    bytes: utf8([intuneHeader, ...twoRows].join('\r')),
    file: { dialect: 'intune' },
    rows: [hpRow, dellRow],
  },
];

function hardwareRow(number: number): string {
  const device = inventedDevice(number);
  return `${device.serialNumber ?? ''},,${inventedHash(device)}`;
}

describe('every dialect is read for what it is', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  test.each(cases)('$name', async ({ bytes, file, rows, issues }) => {
    const { files } = await intake.inspect({ name: 'file.csv', bytes });

    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject(file);
    expect(files[0]?.rows).toMatchObject(rows);
    expect(files[0]?.rows).toHaveLength(rows.length);
    expect(files[0]?.issues.map(({ code }) => code)).toEqual(issues ?? []);
  });

  test('files of different dialects are merged, in the order given', async () => {
    const { files, counts } = await intake.inspect(
      textFile('a.csv', lines(intuneHeader, twoRows[0] ?? '')),
      textFile('b.txt', hashOf.dell),
    );

    expect(files.map(({ path, dialect }) => [path, dialect])).toEqual([
      ['a.csv', 'intune'],
      ['b.txt', 'bare-hash'],
    ]);
    expect(counts).toEqual({ ready: 2, repaired: 0, suspect: 0, rejected: 0 });
  });
});
