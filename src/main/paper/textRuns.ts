import bidiFactory from 'bidi-js';
import { withNumbersIsolated } from './isolated.ts';
import { INVISIBLE, printable } from './printable.ts';
import { holds, roboto, typefacesFor, type Typeface } from './typefaces.ts';

/** Text that is drawn in one go, from left to right: one typeface, one direction. */
export interface TextRun {
  readonly typeface: Typeface;
  /** What to give to fontkit, which turns the letters of Arabic and Hebrew round by itself. */
  readonly text: string;
}

/** What must not be torn: a letter with its marks. */
export interface Cluster {
  readonly text: string;
  readonly typeface: Typeface;
  /** Of the Unicode bidirectional algorithm: odd is right to left. */
  readonly level: number;
  /** Where the cluster begins in the text. */
  readonly start: number;
  /** Arabic letters that a zero-width non-joiner holds apart are drawn apart. */
  readonly isApart: boolean;
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** By which fontkit knows that it lays out from right to left. */
const TURNED_BY_FONTKIT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** The ring of Thai sara am stands below the tone mark that is written before it. */
const SARA_AM_UNDER_TONE = /([\u0e47-\u0e4e]+)\u0e33/g;
const HAS_JOINED_FORMS = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;
const [NON_JOINER, JOINER] = ['\u200c', '\u200d'];

/** Whether Roboto alone can draw the text, from left to right. */
export function isPlain(text: string): boolean {
  return text === printable(text) && holds(roboto, text);
}

/** A text as what is drawn one after the other, from left to right; its first strong letter tells its direction. */
export function runsOf(text: string): readonly TextRun[] {
  if (isPlain(text)) return text === '' ? [] : [{ typeface: roboto, text }];
  return inVisualOrder(clustersOf(inReadingOrder(text)));
}

/** A text with all that tells in which direction its parts are read. */
export function inReadingOrder(text: string): string {
  return withNumbersIsolated(printable(text));
}

/** A text of {@link inReadingOrder} cut into clusters. */
export function clustersOf(text: string): readonly Cluster[] {
  const { levels } = bidi.getEmbeddingLevels(text);
  const choice = typefacesFor(text);
  const clusters: Cluster[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const level = levels[index] ?? 0;
    const before = clusters.at(-1);
    for (const visible of drawnTogether(visibleOf(segment), choice)) {
      const isNeutral = level % 2 === 1 && /^[\p{Script=Common}\p{Script=Inherited}]+$/u.test(visible);
      const typeface =
        isNeutral && before?.level === level && holds(before.typeface, visible)
          ? before.typeface
          : (choice.find((candidate) => holds(candidate, visible)) ?? roboto);
      clusters.push({ text: visible, typeface, level, start: index, isApart: segment.includes(NON_JOINER) });
    }
  }
  return clusters;
}

/** Arabic and Devanagari letters show by their form that a joiner stands beside them; nothing else needs one. */
function visibleOf(cluster: string): string {
  return cluster.replaceAll(INVISIBLE, (one) => (one === JOINER && HAS_JOINED_FORMS.test(cluster) ? one : ''));
}

/** A letter and its marks; one by one where no typeface has them all. */
function drawnTogether(cluster: string, choice: readonly Typeface[]): readonly string[] {
  if (cluster === '') return [];
  return choice.some((typeface) => holds(typeface, cluster)) ? [cluster] : Array.from(cluster);
}

interface Stretch {
  readonly typeface: Typeface;
  readonly level: number;
  readonly clusters: readonly Cluster[];
}

/** The clusters of one line as they stand on it. */
export function inVisualOrder(clusters: readonly Cluster[]): readonly TextRun[] {
  const stretches: Stretch[] = [];
  for (const cluster of clusters) {
    const before = stretches.at(-1);
    if (before !== undefined && belongsTo(before, cluster)) {
      stretches[stretches.length - 1] = { ...before, clusters: [...before.clusters, cluster] };
    } else {
      stretches.push({ typeface: cluster.typeface, level: cluster.level, clusters: [cluster] });
    }
  }
  return turned(stretches).map(({ typeface, level, clusters }) => ({ typeface, text: toDraw(clusters, level) }));
}

function belongsTo({ typeface, level, clusters }: Stretch, cluster: Cluster): boolean {
  if (cluster.typeface !== typeface || cluster.level !== level || clusters.at(-1)?.isApart === true) return false;
  // Persian digits run from left to right, but fontkit would turn them round like letters.
  return level % 2 === 1 || !TURNED_BY_FONTKIT.test(cluster.text);
}

/** Rule L2 of the bidirectional algorithm: from the highest level down, whatever lies within that level is turned round. */
function turned(stretches: readonly Stretch[]): readonly Stretch[] {
  const order = [...stretches];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while ((order[end]?.level ?? 0) >= level) end += 1;
      if (end === start) continue;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

function toDraw(clusters: readonly Cluster[], level: number): string {
  const texts = clusters.map(({ text }) => text);
  if (level % 2 === 0) return texts.join('').replaceAll(SARA_AM_UNDER_TONE, '\u0e4d$1\u0e32');
  const mirrored = texts.map((text) => bidi.getMirroredCharacter(text) ?? text);
  return TURNED_BY_FONTKIT.test(texts.join('')) ? mirrored.join('') : mirrored.reverse().join('');
}
