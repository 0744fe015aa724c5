import bwipjs from 'bwip-js/node';
import { fontNames } from '../../paper/typeface.ts';
import type { Label } from './labelLayout.ts';

/** Twice the dots of a 203-dpi thermal printer: every module of the codes is a whole number of pixels. */
const PIXELS_PER_MM = 16;
const MM_PER_INCH = 25.4;

/** A label as PNG with 406 dots per inch. */
export async function labelPng({ title, width, height, bars, texts }: Label): Promise<Buffer> {
  const drawing = bwipjs.drawingZlibPng();
  drawing.setopts?.({
    bcid: 'qrcode',
    text: title,
    backgroundcolor: 'ffffff',
    paddingleft: 0,
    paddingright: 0,
    paddingtop: 0,
    paddingbottom: 0,
    ...{ dpi: PIXELS_PER_MM * MM_PER_INCH },
  });
  drawing.init(pixels(width), pixels(height));
  for (const bar of bars) {
    const [left, top, right, bottom] = [bar.x, bar.y, bar.x + bar.width, bar.y + bar.height].map(pixels);
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) continue;
    drawing.polygon([
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ]);
  }
  drawing.fill('000000');
  for (const { text, weight, size, x, y } of texts) {
    const height = pixels(size);
    drawing.text(pixels(x), pixels(y), text, '000000', { name: fontNames[weight], width: height, height, dx: 0 });
  }
  return await drawing.end();
}

function pixels(millimetres: number): number {
  return Math.round(millimetres * PIXELS_PER_MM);
}
