import { fitted, widthOf } from '../../paper/textLine.ts';
import { clustersOf, inReadingOrder } from '../../paper/textRuns.ts';
import type { Weight } from '../../paper/typefaces.ts';
import type { LabelContent, LabelLine } from './labelContent.ts';

export interface LabelText {
  readonly text: string;
  readonly weight: Weight;
  /** Font size, left end and baseline, and the width that the text takes: all in millimetres. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const LINE_HEIGHT = 1.22;
export const SMALL_SIZE = { least: 1.8, most: 4 };
const SERIAL_SIZE_MOST = 14;
/** A line is made this much smaller before it is broken, or its end is cut off. */
const SHRUNK = 0.78;
/** By how much lines shrink at a time until they fit. */
const STEP = 0.95;

type Line = Pick<LabelText, 'text' | 'weight' | 'size' | 'width'>;

/**
 * The serial number as large as it fits, then what tells devices of one batch apart. What has no room is left out from the end, and
 * named; what must be whole becomes smaller and goes on in another line instead.
 */
export function layOutTexts(
  { name, lines }: LabelContent,
  box: Box,
): { readonly texts: readonly LabelText[]; readonly leftOut: readonly string[] } {
  const serialSize = Math.min(SERIAL_SIZE_MOST, box.height * 0.4, box.width / widthOf(name, 'bold'));
  const below = box.height - serialSize * LINE_HEIGHT;
  const { shown, small } = linesFor(lines, box.width, below);
  return {
    texts: stacked([line(name, 'bold', serialSize), ...small], box),
    leftOut: lines.filter((one) => !shown.includes(one)).map(({ field }) => field),
  };
}

/** The lines that have room, as large as that allows. */
function linesFor(all: readonly LabelLine[], width: number, height: number): { shown: LabelLine[]; small: Line[] } {
  const shown = [...all];
  for (let size = SMALL_SIZE.most; ; size *= STEP) {
    const small = shown.flatMap((one) => smallLines(one, size, width));
    if (heightOf(small) <= height) return { shown, small };
    if (size > SMALL_SIZE.least) continue;
    const least = shown.findLastIndex(({ isWhole = false }) => !isWhole);
    if (least === -1) continue;
    shown.splice(least, 1);
    size = SMALL_SIZE.most / STEP;
  }
}

const heightOf = (lines: readonly Line[]): number => lines.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);

/** Lines one below the other, in the middle of the height. */
function stacked(lines: readonly Line[], box: Box): LabelText[] {
  let top = box.y + (box.height - heightOf(lines)) / 2;
  return lines.map((laidOut) => {
    const baseline = top + laidOut.size * 0.95;
    top += laidOut.size * LINE_HEIGHT;
    return { ...laidOut, x: box.x, y: baseline };
  });
}

function smallLines({ shown, isWhole = false }: LabelLine, size: number, width: number): readonly Line[] {
  const shrunk = Math.max(size * SHRUNK, Math.min(size, width / widthOf(shown, 'normal')));
  if (isWhole && widthOf(shown, 'normal') * shrunk > width + TOLERANCE) {
    return wrapped(shown, 'normal', size, width).map((text) => line(text, 'normal', size));
  }
  return [line(fitted(shown, 'normal', shrunk, width), 'normal', shrunk)];
}

export function line(text: string, weight: Weight, size: number): Line {
  return { text, weight, size, width: widthOf(text, weight) * size };
}

/** Less than a rounding error of a size that was chosen to fit. */
const TOLERANCE = 1e-6;

/** The text in as many lines as it needs, broken at blanks, and within a word only where the word alone is too wide. */
function wrapped(text: string, weight: Weight, size: number, width: number): readonly string[] {
  const whole = inReadingOrder(text).trim();
  const fits = (part: string): boolean => widthOf(part, weight) * size <= width + TOLERANCE;
  const ends = [
    ...clustersOf(whole)
      .map(({ start }) => start)
      .slice(1),
    whole.length,
  ];
  const lines: string[] = [];
  let from = 0;
  while (from < whole.length) {
    const beyond = ends.filter((end) => end > from);
    const fitting = beyond.filter((end) => fits(whole.slice(from, end).trim()));
    const most = fitting.at(-1) ?? beyond[0] ?? whole.length;
    const blank = whole.slice(from, most + 1).lastIndexOf(' ');
    const end = most === whole.length || blank <= 0 ? most : from + blank;
    lines.push(whole.slice(from, end).trim());
    from = end + (whole.slice(end).length - whole.slice(end).trimStart().length);
  }
  return lines.filter((part) => part !== '');
}
