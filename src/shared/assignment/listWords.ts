import type { ListedLine, ListedValue, ListEffect } from './listedChange.ts';

/** What happens to a line, in a word or two. */
export const listEffectWords: Readonly<Record<ListEffect, string>> = {
  spared: 'spared',
  notPossible: 'not possible',
  add: 'add',
  change: 'change',
  same: 'already so',
  notInQueue: 'not in the queue',
};

const NONE = 'none';

/** Old and new in one text: what stays, what is replaced, or the one value that both are. */
export function listedValueWords({ before, after, isOthers }: ListedValue): string {
  if (before === after) return after;
  return isOthers ? `${before ?? NONE} stays, not ${after}` : `${before ?? NONE} → ${after}`;
}

/** Why the line comes to what it does; empty where that goes without saying. */
export const listedReasonWords = ({ issues }: Pick<ListedLine, 'issues'>): string =>
  issues.map(({ message }) => message).join(' · ');
