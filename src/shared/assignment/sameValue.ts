import type { WishedProperty } from './refusedWish.ts';

/**
 * Whether two values of a property are one for Microsoft; null and the empty text are both none. Entra and Windows do not tell
 * letter case apart in addresses and names, group rules do in tags. Letters beyond A to Z are told apart, as the queue's
 * database does.
 */
export function isSameValue(property: WishedProperty, one: string | null, other: string | null): boolean {
  return property === 'groupTag' ? (one ?? '') === (other ?? '') : foldLetters(one) === foldLetters(other);
}

const foldLetters = (value: string | null): string =>
  (value ?? '').replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
