import { readBarcodes } from 'zxing-wasm/reader';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Backend } from '../../../src/main/backend.ts';
import type { Document } from '../../../src/shared/api/document.ts';
import { createFormatter } from '../../../src/shared/format/formatter.ts';
import { readScan } from '../../../src/shared/scans/readScan.ts';
import { ask } from '../../rigs/askBackend.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { prepareReader } from '../../rigs/zplPicture.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeAll(prepareReader);
beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const templateId = 'pre-provisioning-entra';
const bytesOf = ({ base64 }: Document) => Buffer.from(base64, 'base64');
const textOf = (document: Document) => bytesOf(document).toString('utf8');
const labels = (deviceIds: readonly string[], format: 'pdf' | 'svg' | 'png') =>
  ask(backend, 'labels.document', { deviceIds: [...deviceIds], format });

async function codesOf(document: Document): Promise<readonly (readonly [format: string, text: string])[]> {
  const found = await readBarcodes(bytesOf(document), { tryHarder: true, maxNumberOfSymbols: 4 });
  return found.map(({ format, text }) => [format, text] as const).sort();
}

describe('labels', () => {
  test.each(['5CG1234567', '7XK2Q93', '012345678912', 'NXK0ZEG0011230ABCD9600'])(
    'the QR code and Code 128 of %s are read back as the serial number, which Reseal takes as one',
    async (serialNumber) => {
      const document = await labels([workshop.addDevice({ serialNumber })], 'png');
      expect(document).toMatchObject({ fileName: `${serialNumber}-label.png`, mediaType: 'image/png' });
      expect(await codesOf(document)).toEqual([
        ['Code128', serialNumber],
        ['QRCode', serialNumber],
      ]);
      expect(readScan(serialNumber)).toMatchObject({ kind: 'serial', serialNumber });
    },
  );

  test('a badge is read back by a scanner as the initials it was made for', async () => {
    await ask(backend, 'settings.write', { labName: 'Nord' });
    for (const [initials, formats] of [
      ['JB', ['Code128', 'QRCode']],
      ['ÄÖ', ['QRCode']],
    ] as const) {
      const badge = await ask(backend, 'labels.badge', { initials, format: 'png' });
      const code = `RESEAL:TECHNICIAN:${initials}`;
      expect(await codesOf(badge)).toEqual(formats.map((format) => [format, code]));
      expect(readScan(code)).toMatchObject({ kind: 'technician', initials });
    }
    expect(textOf(await ask(backend, 'labels.badge', { initials: 'JB', format: 'svg' }))).toContain('Nord');
  });

  test('a serial number that is too long for Code 128 is still in the QR code', async () => {
    const serialNumber = 'VMware-56 4d 1c 3a 7f 20 11 8e-5a 0c 99 1d 34 7b 6e 02';
    expect(await codesOf(await labels([workshop.addDevice({ serialNumber })], 'png'))).toEqual([
      ['QRCode', serialNumber],
    ]);
  });

  test('a small label has the QR code and the serial number alone', async () => {
    await ask(backend, 'settings.write', { labelWidthMm: 25, labelHeightMm: 20 });
    const id = workshop.addDevice();
    expect(await codesOf(await labels([id], 'png'))).toEqual([['QRCode', '5CG1234567']]);
    const svg = textOf(await labels([id], 'svg'));
    expect(svg).toContain('width="25mm" height="20mm"');
    expect([...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(['5CG1234567']);
  });

  test('show serial number, model, group tag and tenant, never a ZTDID or a user', async () => {
    const id = workshop.addDevice({ assignedUser: 'ada@contoso.com' });
    const svg = textOf(await labels([id], 'svg'));
    for (const text of ['5CG1234567', 'HP EliteBook 650 G10', 'Tag Kiosk', 'Contoso'])
      expect(svg).toContain(`>${text}<`);
    expect(svg).not.toContain('6d8d8a5e');
    expect(svg).not.toContain('ada@');
  });

  test('take text from files as text', async () => {
    const svg = textOf(await labels([workshop.addDevice({ model: '<script>"&\u0007' })], 'svg'));
    expect(svg).toContain('&lt;script&gt;&quot;&amp;?');
    expect(svg).not.toContain('<script');
  });

  test('of many devices are one PDF with a page each, in the size of the label', async () => {
    const ids = ['A1', 'B2', 'C3'].map((serialNumber) => workshop.addDevice({ serialNumber }));
    const document = await labels(ids, 'pdf');
    const pdf = readPdf(bytesOf(document));
    expect(document.fileName).toBe('labels-3.pdf');
    expect(pdf.pages).toBe(3);
    for (const [width, height] of pdf.sizes) {
      expect(width).toBeCloseTo((62 / 25.4) * 72, 0);
      expect(height).toBeCloseTo((29 / 25.4) * 72, 0);
    }
    expect(await backend.dispatch('labels.document', { deviceIds: ids, format: 'png' })).toMatchObject({
      error: { code: 'unsupported', remedy: expect.stringContaining('PDF') as string },
    });
  });
});

describe('characters that no typeface has', () => {
  const named = {
    error: {
      code: 'unprintable',
      message: 'Reseal has no typeface for these characters: group tag of 5CG1234567: \u{1f5a8} (U+1F5A8).',
      remedy: expect.stringContaining('codes') as string,
    },
  };

  test('are named before a label is made, and their codes are printed when that is asked for', async () => {
    const deviceIds = [workshop.addDevice({ groupTag: 'Kiosk \u{1f5a8}' })];
    for (const format of ['pdf', 'svg', 'png'] as const) {
      expect(await backend.dispatch('labels.document', { deviceIds, format })).toMatchObject(named);
    }
    const document = await ask(backend, 'labels.document', { deviceIds, format: 'svg', withCodes: true });
    expect(textOf(document)).toContain('Tag Kiosk [U+1F5A8]');
  });

  test('are named before a checklist is made; HTML and JSON leave them to whoever shows them', async () => {
    const deviceId = workshop.addDevice({ groupTag: 'Kiosk \u{1f5a8}' });
    const input = { deviceId, templateId } as const;
    expect(await backend.dispatch('checklists.draft', { ...input, format: 'pdf' })).toMatchObject(named);
    const document = await ask(backend, 'checklists.draft', { ...input, format: 'pdf', withCodes: true });
    expect(readPdf(bytesOf(document)).characters).toContain('[');
    expect(textOf(await ask(backend, 'checklists.draft', { ...input, format: 'html' }))).toContain('Kiosk \u{1f5a8}');
  });
});

test.each(['大阪支店', '广州分公司', '부산 지점', 'مخزن', 'מחלקה', 'ห้องน้ำ', 'कार्यालय'])(
  'a group tag from a file, %s, is printed on label and checklist without a question',
  async (groupTag) => {
    const deviceId = workshop.addDevice({ groupTag });
    expect(bytesOf(await labels([deviceId], 'pdf')).length).toBeGreaterThan(1_000);
    expect(textOf(await labels([deviceId], 'svg'))).toContain('<path role="img"');
    const sheet = await ask(backend, 'checklists.draft', { deviceId, templateId, format: 'pdf' });
    expect(readPdf(bytesOf(sheet)).pages).toBeGreaterThanOrEqual(2);
    expect(bytesOf(sheet).toString('latin1')).toMatch(/\+NotoSans(JP|SC|KR|Arabic|Hebrew|Thai|Devanagari)-Medium/);
  },
);

test('many labels are made while everything else has its turn', async () => {
  const ids = Array.from({ length: 300 }, (_, index) => workshop.addDevice({ serialNumber: `5CG${1_000 + index}` }));
  const progress = { turns: 0, isMade: false };
  const countTurns = (): void => {
    progress.turns += 1;
    if (!progress.isMade) setImmediate(countTurns);
  };
  countTurns();
  const document = await labels(ids, 'pdf');
  progress.isMade = true;
  expect(readPdf(bytesOf(document)).pages).toBe(300);
  expect(progress.turns).toBeGreaterThanOrEqual(300 / 25);
});

describe('a checklist on paper', () => {
  const device = {
    model: 'Żółty & Größe <b>Ноутбук</b>',
    assignedUserName: 'Łukasz Größmann',
    serialNumber: '5CG1234567',
  };

  test.each([
    ['a4', [595, 842]],
    ['letter', [612, 792]],
  ] as const)(
    'is of the size of the lab’s paper, %s, and keeps every letter of the names in it',
    async (paper, size) => {
      const deviceId = workshop.addDevice(device);
      await ask(backend, 'settings.write', { labName: 'Depot Süd', technicianInitials: 'JB', paper });
      const { id } = await ask(backend, 'checklists.start', { deviceId, templateId });
      const document = await ask(backend, 'checklists.document', { id, format: 'pdf' });
      expect(document).toMatchObject({ fileName: '5CG1234567-checklist.pdf', mediaType: 'application/pdf' });
      const { pages, sizes, characters } = readPdf(bytesOf(document));
      expect(pages).toBeGreaterThanOrEqual(2);
      expect(pages).toBeLessThanOrEqual(4);
      expect(sizes[0]?.map(Math.round)).toEqual(size);
      for (const letter of 'ŻółtyößНоутбукŁü') expect(characters).toContain(letter);
    },
  );

  test('as HTML holds everything itself, runs nothing, and takes text as text', async () => {
    const deviceId = workshop.addDevice(device);
    const { id } = await ask(backend, 'checklists.start', { deviceId, templateId });
    await ask(backend, 'checklists.mark', { id, itemId: 'T7', state: 'failed', note: '<img src=x onerror=alert(1)>' });
    const html = textOf(await ask(backend, 'checklists.document', { id, format: 'html' }));
    expect(html).toContain('Żółty &amp; Größe &lt;b&gt;Ноутбук&lt;/b&gt;');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<script|<img|<link|src=["']|https?:/i);
    expect(html).toContain('@media print');
  });

  test('as JSON says the same to other programs', async () => {
    const deviceId = workshop.addDevice(device);
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    const json: unknown = JSON.parse(
      textOf(await ask(backend, 'checklists.draft', { deviceId, templateId, format: 'json' })),
    );
    expect(json).toMatchObject({ serialNumber: '5CG1234567', templateId, templateVersion: 2 });
    expect(JSON.stringify(json)).toContain('"id":"T11"');
    expect((await ask(backend, 'checklists.list', { deviceId })).total).toBe(0);
  });

  test('has the times of the person’s locale; as JSON it is the same everywhere', async () => {
    const german = offlineQueue({ locale: 'de-DE' });
    const american = offlineQueue({ locale: 'en-US' });
    const draftOf = async ({ backend, addDevice }: OfflineQueue, format: 'html' | 'json') => {
      const deviceId = addDevice({ ...device, bench: 'succeeded', benchEndedAt: '2026-11-22T11:00:00.000Z' });
      return textOf(await ask(backend, 'checklists.draft', { deviceId, templateId, format }));
    };
    try {
      for (const under of [german, american]) {
        const { facts } = z.object({ facts: z.array(z.unknown()) }).parse(JSON.parse(await draftOf(under, 'json')));
        expect(facts).toContainEqual({
          label: 'User flow not before',
          value: createFormatter('en-GB').instant('2026-11-22T12:30:00.000Z'),
        });
      }
      expect(await draftOf(german, 'html')).toMatch(/Printed 2\d Nov 2026, \d\d:00</);
      expect(await draftOf(american, 'html')).toMatch(/Printed Nov 2\d, 2026, \d+:00 [AP]M</);
    } finally {
      await german.close();
      await american.close();
    }
  });

  test('puts the device’s own steps before those that are done once for the tenant', async () => {
    const deviceId = workshop.addDevice();
    const html = textOf(await ask(backend, 'checklists.draft', { deviceId, templateId, format: 'html' }));
    expect([...html.matchAll(/<h2>([^<]+?) *</g)].map(([, title]) => title)).toEqual([
      'Registration',
      'Technician flow',
      'User flow',
      'Tenant preparation',
    ]);
    expect(html).toContain('Once for all devices of Contoso.');
  });
});
