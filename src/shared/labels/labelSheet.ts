import { z } from 'zod';

/** A sheet of labels for an office printer, in millimetres. */
export interface LabelSheet {
  readonly paper: 'A4' | 'Letter';
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where the first label begins, and how far the next one is from it. */
  readonly leftMm: number;
  readonly topMm: number;
  readonly acrossMm: number;
  readonly downMm: number;
}

export const paperMm = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const;

const INCH = 25.4;
const a4 = (
  [columns, rows]: readonly [number, number],
  [widthMm, heightMm]: readonly [number, number],
  [leftMm, topMm]: readonly [number, number],
  [acrossMm, downMm]: readonly [number, number],
): LabelSheet => ({ paper: 'A4', columns, rows, widthMm, heightMm, leftMm, topMm, acrossMm, downMm });
/** In inches, as they are sold. */
const letter = (...of: Parameters<typeof a4>): LabelSheet => {
  const inches = of.slice(1).map(([x, y]) => [x * INCH, y * INCH] as const);
  const [size = [0, 0], first = [0, 0], distance = [0, 0]] = inches;
  return { ...a4(of[0], size, first, distance), paper: 'Letter' };
};

/** By the number on the box, as Avery has it; many other makers have sheets of the same measures. */
const sheets = {
  L7160: a4([3, 7], [63.5, 38.1], [7.25, 15.15], [66.04, 38.1]),
  L7159: a4([3, 8], [63.5, 33.9], [7.25, 12.9], [66.04, 33.9]),
  L7163: a4([2, 7], [99.1, 38.1], [4.65, 15.15], [101.6, 38.1]),
  L7165: a4([2, 4], [99.1, 67.7], [4.65, 13.1], [101.6, 67.7]),
  L7651: a4([5, 13], [38.1, 21.2], [4.75, 10.7], [40.6, 21.2]),
  5160: letter([3, 10], [2.625, 1], [0.1875, 0.5], [2.75, 1]),
  5161: letter([2, 10], [4, 1], [0.15625, 0.5], [4.1875, 1]),
  5163: letter([2, 5], [4, 2], [0.15625, 0.5], [4.1875, 2]),
  5164: letter([2, 3], [4, 10 / 3], [0.15625, 0.5], [4.1875, 10 / 3]),
} as const satisfies Record<string, LabelSheet>;

/** `none` is a label printer, which has one label a page. */
export const labelSheetName = z.enum([
  'none',
  'L7160',
  'L7159',
  'L7163',
  'L7165',
  'L7651',
  '5160',
  '5161',
  '5163',
  '5164',
]);
export type LabelSheetName = z.infer<typeof labelSheetName>;

const LABELS_MOST = 65;
export const startOnSheet = z.int().min(1).max(LABELS_MOST);

/** The measures of a sheet; null for none. */
export function labelSheetOf(name: LabelSheetName): LabelSheet | null {
  return name === 'none' ? null : sheets[name];
}

/** How many labels are on a sheet. */
export const labelsOn = ({ columns, rows }: LabelSheet): number => columns * rows;

/** Where the label at this place of the sheet begins, counted along the rows from 0. */
export function placeOnSheet(sheet: LabelSheet, place: number): { readonly x: number; readonly y: number } {
  const { columns, leftMm, topMm, acrossMm, downMm } = sheet;
  return { x: leftMm + (place % columns) * acrossMm, y: topMm + Math.floor(place / columns) * downMm };
}
