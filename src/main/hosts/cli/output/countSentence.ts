import type { Formatter } from '../../../../shared/format/formatter.ts';

/** `3 ready, 1 rejected`: what there is of each kind, in the given order. */
export function countSentence(counts: Readonly<Record<string, number>>, formatter: Formatter): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.length === 0 ? 'nothing' : parts.map(([word, count]) => `${formatter.number(count)} ${word}`).join(', ');
}
