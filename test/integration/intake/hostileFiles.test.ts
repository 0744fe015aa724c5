import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, textFile, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

const device = inventedDevice(7);
const serialNumber = device.serialNumber ?? '';
const hash = inventedHash(device);
const header = 'Device Serial Number,Windows Product ID,Hardware Hash';
const goodRow = `${serialNumber},,${hash}`;

describe('files that are damaged, or meant to do damage', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  async function only(name: string, bytes: Uint8Array) {
    const { files } = await intake.inspect({ name, bytes });
    const [file] = files;
    if (file === undefined) throw new Error('No file was read.');
    return { ...file, codes: file.issues.map(({ code }) => code) };
  }

  test.each([
    ['nothing at all', ''],
    ['blank lines only', '\r\n \r\n\t\r\n\u001A'],
  ])('a file with %s is called empty', async (_, text) => {
    expect(await only('empty.csv', Buffer.from(text))).toMatchObject({ codes: ['file.empty'], rows: [] });
  });

  test('a header alone is no delivery', async () => {
    expect(await only('header.csv', Buffer.from(`${header}\r\n`))).toMatchObject({ codes: ['file.no-rows'], rows: [] });
  });

  test.each([
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(5_000)]), 'file.not-text'],
    ['random bytes', Buffer.concat([Buffer.from([1, 2, 3]), randomBytes(50_000)]), 'file.not-text'],
    ['an old workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), randomBytes(600)]), 'file.workbook'],
    ['some JSON', Buffer.from('{"a": [1, 2]}'), 'file.json'],
    ['some XML', Buffer.from('<html><body>hash</body></html>'), 'file.xml'],
  ])('%s named .csv is refused with the reason', async (_, bytes, code) => {
    expect(await only('devices.csv', bytes)).toMatchObject({ codes: [code], rows: [], dialect: 'unknown' });
  });

  test('a report that stops being XML keeps what stands before the damage', async () => {
    const report = `<Key><HardwareHash>${hash}</HardwareHash><oops></Key>`;
    expect(await only('OA3.xml', Buffer.from(report))).toMatchObject({
      codes: ['file.xml'],
      rows: [{ line: 1, serialNumber, status: 'ready' }],
    });
  });

  test('NULs between the characters are left out and said', async () => {
    const text = `${header}\r\n\0\0${serialNumber}\0,,${hash}\r\n\0\0\0`;
    expect(await only('nul.csv', Buffer.from(text))).toMatchObject({
      codes: ['file.nul-characters'],
      rows: [{ line: 2, status: 'ready', serialNumber }],
    });
  });

  test('a line of 50 MB is one refused row, and the row after it is read', async () => {
    const long = Buffer.alloc(50_000_000, 0x41);
    const bytes = Buffer.concat([Buffer.from(`${header}\r\nX,,`), long, Buffer.from(`\r\n${goodRow}\r\n`)]);
    const file = await only('long.csv', bytes);

    expect(file.rows).toMatchObject([
      { line: 2, status: 'rejected', issues: [{ code: 'row.too-long' }] },
      { line: 3, status: 'ready', serialNumber },
    ]);
    expect(JSON.stringify(file).length).toBeLessThan(5_000);
  });

  test('a file that is one line of 50 MB gets a clear answer', async () => {
    expect(await only('long.txt', Buffer.alloc(50_000_000, 0x54))).toMatchObject({
      rows: [],
      codes: ['file.unknown-layout'],
    });
  });

  test('a table of 300,000 columns is refused without listing them', async () => {
    const { files } = await intake.preview(
      textFile('wide.csv', `${'tag;'.repeat(300_000)}\r\n${'x;'.repeat(300_000)}`),
    );

    expect(files).toMatchObject([{ dialect: 'unknown', rows: 0, mapping: null }]);
    expect(JSON.stringify(files).length).toBeLessThan(2_000);
  });

  test('broken surrogates in UTF-16 cost the row they stand in a look, and no other', async () => {
    const broken = Buffer.from(`\uFEFF${header},Group Tag\r\n${goodRow},A#B\r\n`, 'utf16le');
    broken.writeUInt16LE(0xd800, broken.indexOf(Buffer.from('#', 'utf16le')));
    expect(await only('surrogate.csv', broken)).toMatchObject({
      codes: ['file.lost-characters'],
      rows: [{ line: 2, status: 'suspect', issues: [{ code: 'text.lost-characters', field: 'groupTag' }] }],
    });
  });

  test('a quotation mark that never closes costs its own row and no other', async () => {
    const others = Array.from({ length: 300 }, (_, index) => rowOf(1_000 + index));
    const text = [header, `"${goodRow}`, ...others].map((line) => `${line}\r\n`).join('');
    const { rows, counts } = await only('quote.csv', Buffer.from(text));

    expect(rows[0]).toMatchObject({ line: 2, status: 'suspect', issues: [{ code: 'row.unclosed-quote' }] });
    expect(counts).toEqual({ ready: 300, repaired: 0, suspect: 1, rejected: 0 });
  });

  test('a million lines of delimiters are named by their range', async () => {
    const bytes = Buffer.from(`${header}\r\n${goodRow}\r\n${',,\r\n'.repeat(1_000_000)}`);
    const file = await only('empty-rows.csv', bytes);

    expect(file.counts.ready).toBe(1);
    expect(file.issues).toMatchObject([
      { code: 'file.empty-rows', message: expect.stringContaining('3 to 1000002') as unknown },
    ]);
  });

  test('more rows than a delivery has are not read for ever', async () => {
    const bytes = Buffer.from(`${header}\r\n${'S1,,x\r\n'.repeat(260_000)}`);
    const { counts, codes } = await only('rows.csv', bytes);

    expect(counts.rejected).toBe(250_000);
    expect(codes).toEqual(['file.too-many-rows']);
  });

  test('a hash in the wrong column is found there, and never shown', async () => {
    const swapped = `${hash},,${serialNumber}`;
    const { rows } = await only('swapped.csv', Buffer.from(`${header}\r\n${swapped}\r\n`));

    expect(rows).toMatchObject([
      { status: 'suspect', serialNumber, hash: { state: 'valid' }, issues: [{ code: 'row.hash-in-other-field' }] },
    ]);
    expect(JSON.stringify(rows)).not.toContain(hash.slice(0, 60));
  });

  test.each([
    ['in the serial number', `${hash},,`],
    ['in the product key ID', `${serialNumber},${hash},`],
    ['cut, in the serial number', `${hash.slice(100, 400)},,${hash}`],
    ['in lower case, in the serial number', `${hash.toLowerCase()},,${hash}`],
    ['behind the last column', `${serialNumber},,,${hash}`],
    [
      'in pieces behind the last column',
      `${serialNumber},,x,y,z,${(hash.match(/.{1,50}/g) ?? []).slice(0, 20).join(',')}`,
    ],
    ['with blanks in it, in the serial number', `${(hash.slice(0, 500).match(/.{1,10}/g) ?? []).join(' ')},,${hash}`],
    ['wrapped by a mail', `${serialNumber},,${(hash.match(/.{1,75}/g) ?? []).join('=\r\n')}`],
    ['damaged, where it belongs', `${serialNumber},,${hash.slice(0, 700)}!${hash.slice(701)}`],
  ])('no answer holds a hash that stands %s', async (_, row) => {
    const file = await only('leak.csv', Buffer.from(`${header}\r\n${row}\r\n`));
    const answer = JSON.stringify(file).toLowerCase();

    for (const at of [0, 100, 200, 300]) expect(answer).not.toContain(hash.slice(at, at + 60).toLowerCase());
  });

  test('no answer holds a hash that became characters of another script', async () => {
    const pairs = Buffer.from(hash, 'latin1').toString('utf16le');
    const file = await only(
      'pairs.csv',
      Buffer.from(`\uFEFF${header}\r\n${pairs},${pairs.slice(0, 60)},x\r\n`, 'utf16le'),
    );

    expect(file.counts.rejected).toBe(1);
    expect(JSON.stringify(file)).not.toContain(pairs.slice(0, 20));
  });

  test('no hash is shown in the first rows of a layout that nobody knows', async () => {
    const { files } = await intake.preview(textFile('unknown.csv', `A;B;C\r\nx;${hash};y\r\n`));

    expect(files[0]?.mapping?.guess).toEqual(['ignore', 'hardwareHash', 'ignore']);
    expect(JSON.stringify(files)).not.toContain(hash.slice(0, 60));
  });

  test('reading stops when a person gives up, and the next reading works', async () => {
    const text = `${header}\r\n${Array.from({ length: 2_000 }, (_, index) => rowOf(index)).join('\r\n')}`;
    intake.cancelWhen(() => true);
    await expect(intake.preview(textFile('a.csv', text))).rejects.toMatchObject({ code: 'cancelled' });

    intake.cancelWhen(() => false);
    expect((await intake.preview(textFile('a.csv', text))).counts.ready).toBe(2_000);
  });
});

function rowOf(number: number): string {
  const invented = inventedDevice(number);
  return `${invented.serialNumber ?? ''},,${inventedHash(invented)}`;
}
