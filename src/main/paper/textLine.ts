import type { GlyphRun } from 'fontkit';
import { clustersOf, inReadingOrder, runsOf, type TextRun } from './textRuns.ts';
import { fontOf, type Weight } from './typefaces.ts';

/**
 * Without ligatures, which some readers of PDF take for one unknown letter. fontkit writes the features it used into what it
 * is given, and would use them all, fractions included, the next time: so what it writes is dropped.
 */
export const withoutLigatures = new Proxy({ liga: false }, { set: () => true });

/** A run of text ready to be drawn, at a font size of one. */
export interface LaidOutRun extends TextRun {
  readonly glyphs: GlyphRun;
  /** Font units per em. */
  readonly unitsPerEm: number;
  readonly width: number;
}

const known = new Map<string, LaidOutRun>();
/** Far more than a document has; a label of each of many devices must not fill the memory. */
const KNOWN_MOST = 5_000;

export function laidOut(run: TextRun, weight: Weight): LaidOutRun {
  const font = fontOf(run.typeface, weight);
  const key = `${run.typeface.name}\n${weight}\n${run.text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const glyphs = font.layout(run.text, withoutLigatures);
  const { unitsPerEm } = font;
  const laid = { ...run, glyphs, unitsPerEm, width: glyphs.advanceWidth / unitsPerEm };
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(key, laid);
  return laid;
}

/** How wide a text is, for a font size of one. */
export function widthOf(text: string, weight: Weight): number {
  return widthOfRuns(runsOf(text), weight);
}

export function widthOfRuns(runs: readonly TextRun[], weight: Weight): number {
  return runs.reduce((sum, run) => sum + laidOut(run, weight).width, 0);
}

/** Less than a rounding error of a size that was chosen to fit. */
const TOLERANCE = 1e-6;

/** The text, with its end replaced by an ellipsis where it is wider than `width` at a font size of `size`. */
export function fitted(text: string, weight: Weight, size: number, width: number): string {
  if (widthOf(text, weight) * size <= width + TOLERANCE) return text;
  const whole = inReadingOrder(text);
  const starts = clustersOf(whole).map(({ start }) => start);
  let [fits, fitsNot] = [0, starts.length];
  while (fitsNot - fits > 1) {
    const middle = Math.floor((fits + fitsNot) / 2);
    if (widthOf(cut(whole, starts[middle]), weight) * size <= width) fits = middle;
    else fitsNot = middle;
  }
  return cut(whole, starts[fits]);
}

function cut(text: string, end: number | undefined): string {
  return `${text.slice(0, end).trimEnd()}…`;
}
