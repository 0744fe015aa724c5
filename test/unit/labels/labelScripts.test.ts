import { describe, expect, test } from 'vitest';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { labelContentOf } from '../../../src/main/services/labels/labelContent.ts';
import { labelFile, type LabelOptions } from '../../../src/main/services/labels/labelFile.ts';
import { drawPdf, readPng, shareOfInkIn } from '../../rigs/pictures.ts';
import { readPdf } from '../../rigs/readPdf.ts';

const options: Omit<LabelOptions, 'format'> = {
  widthMm: 62,
  heightMm: 29,
  fields: ['groupTag', 'customer'],
  code: 'both',
  dpi: 203,
  sheet: 'none',
  start: 1,
  createdAt: new Date('2026-12-01T08:00:00Z'),
  withCodes: false,
};
const labelOf = (groupTag: string | null, format: LabelOptions['format'], withCodes = false) => {
  const device = { ...readyDevice({ serialNumber: '5CG1234567', groupTag }), batchName: null };
  const content = labelContentOf(device, 'Contoso', options.fields);
  const file = labelFile([content], { ...options, format, withCodes });
  return file.then((made) => made.content);
};
const pictureOf = async (groupTag: string | null) => readPng(Buffer.from(await labelOf(groupTag, 'png')));

describe('a group tag is drawn alike on the PDF and on the PNG of a label, in', () => {
  test.each([
    ['Japanese', '大阪支店 受付'],
    ['Chinese', '广州分公司（二楼）'],
    ['Korean', '부산 지점 3층'],
    ['Hebrew with numbers', 'מחלקה 5CG1234 (קומה 3)'],
    ['Arabic with numbers', 'المخزن PF-4X-123 (٣)'],
    ['Persian with a non-joiner', 'می\u200cشود ۱۲۳'],
    ['Thai', 'ห้องน้ำ ชั้น 2'],
    ['Devanagari', 'मुख्य कार्यालय'],
    ['Latin, with letters that fonts run together', 'office fi ffi fl'],
  ])('%s', async (_, groupTag) => {
    const png = await pictureOf(groupTag);
    const pdf = await drawPdf(Buffer.from(await labelOf(groupTag, 'pdf')), png.width, png.height);
    expect([pdf.width, pdf.height]).toEqual([png.width, png.height]);
    expect(shareOfInkIn(pdf, png, 1)).toBeGreaterThan(0.99);
    expect(shareOfInkIn(png, pdf, 1)).toBeGreaterThan(0.99);
    // Both would agree if both drew nothing.
    expect(shareOfInkIn(await pictureOf(null), png, 1)).toBeLessThan(0.99);
  });
});

test('the text of a PDF has its letters one by one, also where a font could run them together', async () => {
  const { characters } = readPdf(Buffer.from(await labelOf('ffi fl', 'pdf')));
  for (const letter of 'fil') expect(characters).toContain(letter);
});

test('an SVG needs no fonts for what Roboto cannot draw, and says what it is', async () => {
  const svg = String(await labelOf('大阪支店', 'svg'));
  expect(svg).toContain('<path role="img" aria-label="Tag 大阪支店" d="M');
  expect(svg).not.toContain('>Tag 大阪支店<');
});

test('a character that no typeface has stops the label, unless its code may stand in its place', async () => {
  await expect(labelOf('Kiosk 😀', 'pdf')).rejects.toThrow('group tag of 5CG1234567: 😀 (U+1F600)');
  const { characters } = readPdf(Buffer.from(await labelOf('Kiosk 😀', 'pdf', true)));
  for (const letter of '[U+1F60]') expect(characters).toContain(letter);
});
