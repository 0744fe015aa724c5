import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import bwipjs from 'bwip-js/node';

/** Roboto comes with pdfmake: Latin, Greek and Cyrillic, with figures of one width. */
const fontFile = (style: string): string =>
  createRequire(import.meta.url).resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`);

export const fontFiles = {
  normal: fontFile('Regular'),
  bold: fontFile('Medium'),
  italics: fontFile('Italic'),
  bolditalics: fontFile('MediumItalic'),
} as const;

export type Weight = 'normal' | 'bold';

/** The names under which bwip-js knows the two weights. */
export const fontNames: Readonly<Record<Weight, string>> = { normal: 'RESEAL-REGULAR', bold: 'RESEAL-MEDIUM' };

/** bwip-js takes a size as the ascender's (1900 of Roboto's 2048 units); everybody else takes it as the em's. */
const SCALE_PERCENT = (1900 / 2048) * 100;
/** Fine enough that rounding does not show. */
const MEASURED_SIZE = 1_000;

for (const weight of ['normal', 'bold'] as const) {
  bwipjs.loadFont(fontNames[weight], SCALE_PERCENT, readFileSync(fontFiles[weight]));
}

/** Less than a rounding error of a size that was chosen to fit. */
const TOLERANCE = 1e-6;

const advances = new Map<string, number>();

/** How wide a text is, for a font size of one. */
export function widthOf(text: string, weight: Weight): number {
  return Array.from(text, (character) => advanceOf(character, weight)).reduce((sum, width) => sum + width, 0);
}

function advanceOf(character: string, weight: Weight): number {
  const key = `${weight}${character}`;
  const known = advances.get(key);
  if (known !== undefined) return known;
  const font = bwipjs.FontLib.lookup(fontNames[weight]);
  const code = character.codePointAt(0) ?? 0;
  const advance = widthOfGlyph(bwipjs.FontLib.getpaths(font, code, MEASURED_SIZE, MEASURED_SIZE)) / MEASURED_SIZE;
  advances.set(key, advance);
  return advance;
}

/** bwip-js gives null for a character that the font does not hold; such a one prints as a box. */
function widthOfGlyph(glyph: { readonly advance: number } | null): number {
  return glyph?.advance ?? MEASURED_SIZE / 2;
}

/** The text, with its end replaced by an ellipsis where it is wider than `width` at a font size of `size`. */
export function fitted(text: string, weight: Weight, size: number, width: number): string {
  if (widthOf(text, weight) * size <= width + TOLERANCE) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && widthOf(`${characters.join('')}…`, weight) * size > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
