import { expect, test } from 'vitest';
import { brokenLines } from '../../../src/main/paper/brokenLines.ts';
import { glyphOutlineOf } from '../../../src/main/paper/outline.ts';
import { createPdf } from '../../../src/main/paper/pdf.ts';
import { paragraph } from '../../../src/main/paper/pdfText.ts';
import { fillContours, whiteRaster } from '../../../src/main/paper/raster.ts';
import { drawPdf, shareOfInkIn, type Picture } from '../../rigs/pictures.ts';

const SCALE = 4;
const SIZE = 14;
const PAGE = { width: 300, height: 80 };

/** Whatever has ink, moved to the upper left corner. */
function ink({ width, height, pixels }: Picture): Picture {
  const places = [...pixels.entries()].filter(([, value]) => value < 128).map(([index]) => index);
  const left = Math.min(...places.map((index) => index % width));
  const top = Math.floor(Math.min(...places) / width);
  const moved = new Uint8Array(pixels.length).fill(255);
  for (const index of places) moved[index - top * width - left] = 0;
  return { width, height, pixels: moved };
}

test.each([
  ['大阪支店 受付 2階'],
  ['מחלקה 5CG1234 (קומה 3)'],
  ['المخزن PF-4X-123 ۱۲۳'],
  ['ห้องน้ำ ชั้น 2'],
  ['मुख्य कार्यालय'],
])('a checklist draws “%s” as it is, from left to right', async (text) => {
  const file = await createPdf({
    pageSize: PAGE,
    pageMargins: 10,
    content: [paragraph(text, { fontSize: SIZE }, 280)],
  });
  const own = whiteRaster(PAGE.width * SCALE, PAGE.height * SCALE);
  fillContours(own, glyphOutlineOf(text, 'normal', SIZE * SCALE, 40, 160));
  const drawn = ink(await drawPdf(file, own.width, own.height));
  expect(shareOfInkIn(drawn, ink(own), 2)).toBeGreaterThan(0.99);
  expect(shareOfInkIn(ink(own), drawn, 2)).toBeGreaterThan(0.99);
});

test('a long text takes as many lines as it is broken into, each within its column', async () => {
  const text = 'החלפתי לוח אם במחשב 5CG1234567 בקומה השלישית של הבניין';
  const column = { width: 120, height: 200 };
  const file = await createPdf({
    pageSize: column,
    pageMargins: 10,
    content: [paragraph(text, { fontSize: SIZE }, 100)],
  });
  const { width, height, pixels } = await drawPdf(file, column.width * SCALE, column.height * SCALE);
  const hasInk = (y: number) => pixels.subarray(y * width, (y + 1) * width).some((value) => value < 128);
  const bands = Array.from({ length: height }, (_, y) => hasInk(y)).filter(
    (has, y, rows) => has && rows[y - 1] !== true,
  );
  expect(bands).toHaveLength(brokenLines(text, 'normal', (100 / SIZE) * 0.97).length);
  const rightmost = [...pixels.entries()].filter(([, value]) => value < 128).map(([index]) => index % width);
  expect(Math.max(...rightmost)).toBeLessThanOrEqual(110 * SCALE);
});
