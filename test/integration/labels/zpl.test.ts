import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/shared/api/document.ts';
import type { LabelLook } from '../../../src/shared/labels/labelLook.ts';
import { labelSizes } from '../../../src/shared/labels/labelSize.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { linesInPdf } from '../../rigs/pictures.ts';
import { codesIn, drawZpl, prepareReader, textsInZpl } from '../../rigs/zplPicture.ts';

let workshop: OfflineQueue;
beforeAll(prepareReader);
beforeEach(() => {
  workshop = offlineQueue();
});
afterEach(() => workshop.close());

const bytesOf = ({ base64 }: Document): Buffer => Buffer.from(base64, 'base64');

async function labelOf(deviceIds: readonly string[], look: LabelLook & { readonly subject?: 'device' | 'box' }) {
  const document = (format: 'pdf' | 'png' | 'zpl') =>
    ask(workshop.backend, 'labels.document', { deviceIds: [...deviceIds], format, ...look });
  return { zpl: bytesOf(await document('zpl')).toString('utf8'), document };
}

const devices = {
  'an ordinary one': { serialNumber: '5CG1234567', model: 'HP EliteBook 650 G10' },
  'one with umlauts': { serialNumber: '7XK2Q93', model: 'Gerät für Größe Süd ÄÖÜß', groupTag: 'Büro Köln' },
  'one with the marks of ZPL': { serialNumber: 'A^B~C_D>E\\F', model: 'X^XZ ~JA _5E', groupTag: '^FS^FD~_' },
  'one with many digits': { serialNumber: '012345678912', model: 'PF-4X' },
  'one with letters and digits in turn': { serialNumber: 'PF123456AB7890', model: 'ThinkPad T14s' },
  'one with a long model': {
    serialNumber: 'NXK0ZEG0011230ABCD9600',
    model: 'Lenovo ThinkPad X1 Carbon Generation 12 with the 14-inch OLED touch display and a smart-card reader',
  },
  'one in other scripts': { serialNumber: '5CG7654321', model: 'ThinkPad 大阪支店 Łódź', groupTag: 'מחלקה 5CG1234' },
} as const;

describe.each([203, 300] as const)('at %i dpi', (dpi) => {
  test.each(Object.entries(devices))(
    'the label of %s says what the PDF says, and its codes are read back',
    async (_, device) => {
      const id = workshop.addDevice(device);
      for (const { widthMm, heightMm } of [
        { widthMm: 62, heightMm: 29 },
        { widthMm: 101.6, heightMm: 152.4 },
      ]) {
        const size = { widthMm, heightMm };
        const { zpl, document } = await labelOf([id], { ...size, dpi });
        const [picture, ...others] = await drawZpl(zpl, { ...size, dpi });
        expect(others).toEqual([]);
        const codes = await codesIn(picture ?? Buffer.alloc(0));
        const onPaper = await codesIn(bytesOf(await document('png')));
        for (const { text } of [...codes, ...onPaper]) expect(text).toBe(device.serialNumber);
        expect(codes.map(({ format }) => format)).toContain('QRCode');
        // On paper the bars may be half a dot finer than a printer can draw.
        if (widthMm > 100) expect(codes).toEqual(onPaper);
        if (device === devices['one in other scripts']) continue;
        const [lines = []] = await linesInPdf(bytesOf(await document('pdf')));
        expect(textsInZpl(zpl).join(' ')).toBe(lines.join(' '));
      }
    },
    60_000,
  );

  test.each(labelSizes.map((size) => [`${size.maker} ${size.name}`, size] as const))(
    'every code of a label %s is read back',
    async (_, { widthMm, heightMm }) => {
      const id = workshop.addDevice();
      for (const code of ['both', 'qr', 'code128'] as const) {
        const { zpl } = await labelOf([id], { widthMm, heightMm, dpi, code });
        const [picture = Buffer.alloc(0)] = await drawZpl(zpl, { widthMm, heightMm, dpi });
        const found = await codesIn(picture);
        const asked = [zpl.includes('^BCN') ? 'Code128' : null, zpl.includes('^BQN') ? 'QRCode' : null];
        expect(found).toEqual(asked.flatMap((format) => (format === null ? [] : [{ format, text: '5CG1234567' }])));
        if (code !== 'both') expect(found).toHaveLength(1);
      }
    },
    60_000,
  );

  test('a box has its serial numbers in the QR code, its name in Code 128, and the number of devices on it', async () => {
    const ids = ['5CG1', '5CG2', '5CG3'].map((serialNumber) =>
      workshop.addDevice({ serialNumber, model: 'Slate 13', purchaseOrderInFile: 'PO-7' }),
    );
    const size = { widthMm: 101.6, heightMm: 50.8 };
    const { zpl, document } = await labelOf(ids, {
      ...size,
      dpi,
      subject: 'box',
      fields: ['model', 'customer', 'purchaseOrder'],
    });
    const [picture = Buffer.alloc(0)] = await drawZpl(zpl, { ...size, dpi });
    expect(await codesIn(picture)).toEqual([
      { format: 'Code128', text: 'No batch' },
      { format: 'QRCode', text: '5CG1\r5CG2\r5CG3' },
    ]);
    const [lines = []] = await linesInPdf(bytesOf(await document('pdf')));
    expect(textsInZpl(zpl)).toEqual(lines);
    expect(lines).toEqual(['No batch', '3 devices', '3 × Slate 13', 'Contoso', 'PO PO-7']);
  });
});

test('a box with more serial numbers than its label can hold has its name in the code, and that is said', async () => {
  const ids = Array.from({ length: 200 }, (_, index) =>
    workshop.addDevice({ serialNumber: `5CG1234${1_000 + index}` }),
  );
  const asked = { deviceIds: ids, subject: 'box', format: 'zpl', widthMm: 62, heightMm: 29 } as const;
  const document = await ask(workshop.backend, 'labels.document', asked);
  expect(document.notes.join(' ')).toContain('the code holds the name of the box');
  const [picture = Buffer.alloc(0)] = await drawZpl(bytesOf(document).toString('utf8'), { ...asked, dpi: 203 });
  expect((await codesIn(picture)).find(({ format }) => format === 'QRCode')?.text).toBe('No batch');
});

test('a Code 128 that is too wide for the label is refused with what to do, where it is the only code', async () => {
  const deviceIds = [workshop.addDevice({ serialNumber: 'NXK0ZEG0011230ABCD9600' })];
  const look = { deviceIds, widthMm: 57, heightMm: 32, dpi: 203, format: 'zpl' } as const;
  expect(await workshop.backend.dispatch('labels.document', { ...look, code: 'code128' })).toMatchObject({
    error: {
      code: 'unsupported',
      message: expect.stringContaining('NXK0ZEG0011230ABCD9600') as string,
      remedy: 'Choose a QR code, or a wider label.',
    },
  });
  const both = await ask(workshop.backend, 'labels.document', { ...look, code: 'both' });
  expect(both.notes.join(' ')).toContain('Code 128');
  expect(bytesOf(both).toString('utf8')).not.toContain('^BC');
});

test('many labels are one file, each with its own codes', async () => {
  const serials = ['A1B2', 'C3D4', 'E5F6'];
  const ids = serials.map((serialNumber) => workshop.addDevice({ serialNumber }));
  const { zpl } = await labelOf(ids, { dpi: 203 });
  const pictures = await drawZpl(zpl, { widthMm: 62, heightMm: 29, dpi: 203 });
  const found = await Promise.all(pictures.map(codesIn));
  expect(found.map(([first]) => first?.text)).toEqual(serials);
});
