import { zplOf, type ZplField } from '../../../shared/labels/zpl.ts';
import { glyphOutlineOf } from '../../paper/outline.ts';
import { printable } from '../../paper/printable.ts';
import { fillContours, whiteRaster } from '../../paper/raster.ts';
import type { Label, PlacedCode } from './labelLayout.ts';
import type { LabelText } from './labelTexts.ts';

/** The letters of Western Europe, which the built-in typeface of every such printer has. */
const PRINTER_LETTERS = /^[\x20-\x7e\xa1-\xac\xae-\xff]*$/;
const DARK = 128;
const BITS = 8;

/** A label for a printer with so many millimetres to a dot. What its own typeface may lack is drawn dot by dot. */
export function labelZpl({ width, height, codes, texts }: Label, dot: number): string {
  return zplOf({
    width: Math.round(width / dot),
    height: Math.round(height / dot),
    fields: [...codes.map((code) => codeField(code, dot)), ...texts.flatMap((text) => textField(text, dot))],
  });
}

function codeField({ kind, text, x, y, module, height }: PlacedCode, dot: number): ZplField {
  const placed = { text, x: Math.round(x / dot), y: Math.round(y / dot), module: Math.round(module / dot) };
  return kind === 'qr' ? { kind, ...placed } : { kind, ...placed, height: Math.round(height / dot) };
}

function textField(line: LabelText, dot: number): readonly ZplField[] {
  const { size, x, y } = line;
  const text = printable(line.text);
  if (!PRINTER_LETTERS.test(text)) return pictureField(line, dot);
  return [
    {
      kind: 'text',
      text,
      x: Math.round(x / dot),
      baseline: Math.round(y / dot),
      size: Math.max(1, Math.floor(size / dot)),
    },
  ];
}

/** How far letters reach above and below the line that they stand on, in font sizes; vowel signs reach far. */
const [ASCENT, DESCENT] = [1.2, 0.5];

function pictureField({ text, weight, size, x, y, width }: LabelText, dot: number): readonly ZplField[] {
  const inDots = size / dot;
  const left = Math.floor(x / dot);
  const top = Math.max(0, Math.floor(y / dot - inDots * ASCENT));
  const bytesInRow = Math.ceil((width / dot + inDots * 0.2) / BITS);
  const raster = whiteRaster(bytesInRow * BITS, Math.ceil(y / dot + inDots * DESCENT) - top);
  fillContours(raster, glyphOutlineOf(text, weight, inDots, x / dot - left, y / dot - top));
  const bits = new Uint8Array(bytesInRow * raster.height);
  for (const [index, grey] of raster.pixels.entries()) {
    const byte = Math.floor(index / BITS);
    if (grey < DARK) bits[byte] = (bits[byte] ?? 0) | (1 << (BITS - 1 - (index % BITS)));
  }
  return bits.some((byte) => byte !== 0) ? [{ kind: 'picture', x: left, y: top, bytesInRow, bits }] : [];
}
