import { widthOfRuns } from './textLine.ts';
import { clustersOf, inReadingOrder, inVisualOrder, type Cluster, type TextRun } from './textRuns.ts';
import type { Weight } from './typefaces.ts';

const words = new Intl.Segmenter('und', { granularity: 'word' });
/** Scripts that put no blanks between words; where their words end, a dictionary knows. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u;
const NEVER_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Lm}]/u;
const NEVER_LAST = /[\p{Ps}\p{Pi}]$/u;

/**
 * A text broken into lines no wider than `width` at a font size of one, each as what is drawn from left to right. Breaking comes
 * before ordering: the first words of a Hebrew text belong on its first line.
 */
export function brokenLines(text: string, weight: Weight, width: number): readonly (readonly TextRun[])[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => linesOf(inReadingOrder(paragraph), weight, width));
}

function linesOf(paragraph: string, weight: Weight, width: number): readonly (readonly TextRun[])[] {
  const breaks = breaksOf(paragraph);
  const lines: (readonly TextRun[])[] = [];
  let rest = trimmed(clustersOf(paragraph));
  while (rest.length > 0) {
    const fits = longest(rest.length, (length) => widthOfRuns(lineOf(rest.slice(0, length)), weight) <= width);
    const end = fits === rest.length ? fits : (lastBreak(rest, fits, breaks) ?? fits);
    lines.push(lineOf(rest.slice(0, end)));
    rest = trimmed(rest.slice(end));
  }
  return lines;
}

function lineOf(clusters: readonly Cluster[]): readonly TextRun[] {
  return inVisualOrder(trimmed(clusters));
}

/** Blanks at the ends of a line take no room. */
function trimmed(clusters: readonly Cluster[]): readonly Cluster[] {
  const isInk = ({ text }: Cluster) => text.trim() !== '';
  return clusters.slice(Math.max(0, clusters.findIndex(isInk)), clusters.findLastIndex(isInk) + 1);
}

/** The greatest length from 1 to `most` that fits; 1 where none does. */
function longest(most: number, fits: (length: number) => boolean): number {
  if (fits(most)) return most;
  let [yes, no] = [1, most];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (fits(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function lastBreak(clusters: readonly Cluster[], fits: number, breaks: ReadonlySet<number>): number | null {
  for (let end = fits; end > 0; end -= 1) {
    const next = clusters[end];
    if (next !== undefined && breaks.has(next.start)) return end;
  }
  return null;
}

/** Where a new line may begin. */
function breaksOf(text: string): ReadonlySet<number> {
  const breaks = new Set<number>();
  for (const { index } of words.segment(text)) {
    const [before, after] = [text.slice(0, index).at(-1) ?? '', text.slice(index)];
    const isUnspaced = UNSPACED.test(before) || UNSPACED.test(after.slice(0, 1));
    if (/\s/.test(before)) breaks.add(index);
    else if (isUnspaced && !NEVER_FIRST.test(after) && !NEVER_LAST.test(before)) breaks.add(index);
  }
  return breaks;
}
