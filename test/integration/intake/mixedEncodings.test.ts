import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { intakeOnDisk, type IntakeOnDisk } from '../../rigs/intakeOnDisk.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash\r\n';
const devices = [0, 1, 2, 3].map((number) => inventedDevice(number));
const rows = devices.map((device) => `${device.serialNumber ?? ''},,${inventedHash(device)}\r\n`);
const serialNumbers = devices.map(({ serialNumber }) => serialNumber);

const encoders = {
  utf16: (text: string) => Buffer.from(text, 'utf16le'),
  utf16WithMark: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  bigEndian: (text: string) => Buffer.from(text, 'utf16le').swap16(),
  ansi: (text: string) => Buffer.from(text, 'latin1'),
  utf8: (text: string) => Buffer.from(text, 'utf8'),
  utf8WithMark: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf8'),
} as const;
type Encoder = keyof typeof encoders;

describe('an encoding that changes inside a file', () => {
  let intake: IntakeOnDisk;
  beforeEach(() => {
    intake = intakeOnDisk();
  });
  afterEach(() => {
    intake.close();
  });

  async function only(...parts: readonly Buffer[]) {
    const { files } = await intake.inspect({ name: 'mixed.csv', bytes: Buffer.concat(parts) });
    const [file] = files;
    if (file === undefined) throw new Error('No file was read.');
    return { ...file, codes: file.issues.map(({ code }) => code) };
  }

  test.each<readonly [Encoder, Encoder]>([
    ['utf16WithMark', 'ansi'],
    ['utf16WithMark', 'utf8WithMark'],
    ['utf16', 'utf8'],
    ['ansi', 'utf16'],
    ['utf8WithMark', 'utf16WithMark'],
    ['bigEndian', 'ansi'],
    ['ansi', 'bigEndian'],
  ])('%s with rows of %s appended: all are read, and the line is named', async (first, second) => {
    const file = await only(
      encoders[first](header + rows.slice(0, 2).join('')),
      encoders[second](rows.slice(2).join('')),
    );

    expect(file.rows).toMatchObject(
      serialNumbers.map((serialNumber, index) => ({ line: index + 2, status: 'ready', serialNumber })),
    );
    expect(file.codes).toEqual(['file.mixed-encoding']);
    expect(file.issues[0]?.message).toContain('line 4');
    expect(file.issues[0]?.repair).toBeDefined();
  });

  test.each<readonly [Encoder, Encoder]>([
    ['utf16WithMark', 'ansi'],
    ['ansi', 'utf16'],
  ])('%s without a last line end, then %s: the rows do not run together', async (first, second) => {
    const file = await only(encoders[first](header + (rows[0] ?? '').trimEnd()), encoders[second](rows[1] ?? ''));

    expect(file.rows).toMatchObject([
      { line: 2, status: 'ready', serialNumber: serialNumbers[0] },
      { line: 3, status: 'ready', serialNumber: serialNumbers[1] },
    ]);
  });

  test('text behind the mark of UTF-16 that is none is read, as LibreOffice leaves it', async () => {
    const file = await only(Buffer.from([0xff, 0xfe]), encoders.ansi(header + rows.join('')));

    expect(file).toMatchObject({ encoding: 'ascii', bom: false, counts: { ready: 4 }, codes: ['file.wrong-mark'] });
    expect(file.issues[0]?.repair).toBeDefined();
  });

  test.each([
    ['of UTF-16', 'ÿþ'],
    ['of UTF-8', 'ï»¿'],
  ])('a mark %s that was itself read as text is no part of the first name', async (_, mark) => {
    const file = await only(encoders.utf8(`${mark}${header}${rows.join('')}`));

    expect(file).toMatchObject({ counts: { ready: 4 }, codes: ['file.wrong-mark'] });
  });

  test('a list that a mail wrapped is put together again', async () => {
    const wrapped = (header + rows.map((row) => `${row.trimEnd()},=3D=C3=BC\r\n`).join('')).replace(
      /[^\r\n]{75}(?=[^\r\n])/g,
      '$&=\r\n',
    );
    const file = await only(encoders.ansi(wrapped));

    expect(file.codes).toEqual(['file.quoted-printable']);
    expect(file.rows).toMatchObject(serialNumbers.map((serialNumber) => ({ serialNumber, groupTag: '=ü' })));
  });

  test('names of all scripts in UTF-16 stay what they are', async () => {
    const tags = ['Њиљана 上海', 'ひらがなばかりのなまえとても', '上海上海上海上海上海上海', 'ĊĊĊĊĊĊĊĊĊĊ'];
    const text = rows.map((row, index) => `${row.trimEnd()},${tags[index] ?? ''}\r\n`).join('');
    const file = await only(encoders.utf16WithMark(`${header.trimEnd()},Group Tag\r\n${text}`));

    expect(file.codes).toEqual([]);
    expect(file.rows).toMatchObject(tags.map((groupTag) => ({ status: 'ready', groupTag })));
  });

  test('parts of any encoding, as many as one likes and across the pieces of the reading, give back their rows', async () => {
    const encoder = fc.constantFrom<Encoder>('utf16', 'utf16WithMark', 'ansi', 'utf8', 'utf8WithMark');
    const part = fc.record({ encoder, count: fc.integer({ min: 1, max: 150 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const file = await only(
          ...parts.map(({ encoder: name, count }, index) =>
            encoders[name]((index === 0 ? header : '') + (rows[0] ?? '').repeat(count)),
          ),
        );
        const all = parts.reduce((sum, { count }) => sum + count, 0);
        expect(file.rows.map(({ line, serialNumber, hash }) => [line, serialNumber, hash.state])).toEqual(
          Array.from({ length: all }, (_, index) => [index + 2, serialNumbers[0], 'valid']),
        );
      }),
      { numRuns: 15 },
    );
  });
});
