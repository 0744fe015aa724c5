import { z } from 'zod';

/** What label printers can print, in millimetres: the narrowest flag of a cable to the labels of wide printers. */
export const labelBounds = { widthMm: { least: 20, most: 170 }, heightMm: { least: 10, most: 170 } } as const;

export const labelWidthMm = z.number().min(labelBounds.widthMm.least).max(labelBounds.widthMm.most);
export const labelHeightMm = z.number().min(labelBounds.heightMm.least).max(labelBounds.heightMm.most);

export interface LabelDimensions {
  /** As it is read, from left to right. */
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A label that is sold, under the name on its box. */
export interface LabelSize extends LabelDimensions {
  readonly maker: 'Brother' | 'Dymo' | 'Zebra';
  readonly name: string;
}

const INCH = 25.4;
const size = (maker: LabelSize['maker'], name: string, widthMm: number, heightMm: number): LabelSize => ({
  maker,
  name,
  widthMm,
  heightMm,
});
/** Of Brother’s tape without end, so much is cut off. */
export const labelSizes: readonly LabelSize[] = [
  size('Brother', 'DK-11209', 62, 29),
  size('Brother', 'DK-11202', 62, 100),
  size('Brother', 'DK-11201', 90, 29),
  size('Brother', 'DK-11208', 90, 38),
  size('Brother', 'DK-11204', 54, 17),
  size('Brother', 'DK-22205', 62, 40),
  size('Dymo', '99010', 89, 28),
  size('Dymo', '99012', 89, 36),
  size('Dymo', '99014', 101, 54),
  size('Dymo', '11352', 54, 25),
  size('Dymo', '11354', 57, 32),
  size('Zebra', '2x1in', 2 * INCH, INCH),
  size('Zebra', '3x2in', 3 * INCH, 2 * INCH),
  size('Zebra', '4x2in', 4 * INCH, 2 * INCH),
  size('Zebra', '4x6in', 4 * INCH, 6 * INCH),
  size('Zebra', '57x32', 57, 32),
];

/** The size by a name on a box, as `DK-11209`, or by millimetres, as `62x29`; null where it is neither. */
export function namedSize(text: string): LabelDimensions | null {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/g, '');
  const sold = labelSizes.find(({ name }) => plain(name) === plain(text));
  if (sold !== undefined) return { widthMm: sold.widthMm, heightMm: sold.heightMm };
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)(?:\s*mm)?$/i.exec(text.trim()) ?? [];
  return width === undefined || height === undefined ? null : { widthMm: Number(width), heightMm: Number(height) };
}
