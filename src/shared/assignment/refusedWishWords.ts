import { reasonWords } from '../jobs/reason.ts';
import type { RefusedWish, WishedProperty } from './refusedWish.ts';

const cleared: Readonly<Record<WishedProperty, string>> = {
  user: 'no user',
  groupTag: 'no group tag',
  name: 'no name',
};

/** A refused wish beside the fact that stands in its place: short, for a line or a label. */
export function refusedWishWords({ property, value }: RefusedWish): string {
  return `refused: ${value === '' ? cleared[property] : value}`;
}

/** The same with the reason, as one or two sentences. */
export function refusedWishSentence(wish: RefusedWish): string {
  const why = wish.reason === null ? 'It failed; look into the log file.' : reasonWords(wish.reason);
  return `${refusedWishWords(wish)}. ${why}`;
}
