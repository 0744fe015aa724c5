import { glyphOutlineOf } from '../../paper/outline.ts';
import { pngOf } from '../../paper/png.ts';
import { fillContours, fillRectangle, whiteRaster } from '../../paper/raster.ts';
import type { Drawing } from './labelLayout.ts';

/** Twice the dots of a 203-dpi thermal printer: every module of the codes is a whole number of pixels. */
const PIXELS_PER_MM = 16;

/** A label as PNG with 406 dots per inch. */
export function labelPng({ width, height, bars, texts }: Drawing): Buffer {
  const raster = whiteRaster(pixels(width), pixels(height));
  for (const bar of bars) {
    fillRectangle(raster, pixels(bar.x), pixels(bar.y), pixels(bar.x + bar.width), pixels(bar.y + bar.height));
  }
  for (const { text, weight, size, x, y } of texts) {
    fillContours(raster, glyphOutlineOf(text, weight, size * PIXELS_PER_MM, x * PIXELS_PER_MM, y * PIXELS_PER_MM));
  }
  return pngOf(raster, PIXELS_PER_MM);
}

function pixels(millimetres: number): number {
  return Math.round(millimetres * PIXELS_PER_MM);
}
