/** Which letter case all letters of a text have; `both` where they differ or there are none. */
export type LetterCase = 'small' | 'capitals' | 'both';

/** A scanner that folds letter case, or a Caps Lock it knows of, leaves one case only. */
export function letterCaseOf(text: string): LetterCase {
  const isSmall = text === text.toLowerCase();
  const isCapitals = text === text.toUpperCase();
  if (isSmall === isCapitals) return 'both';
  return isSmall ? 'small' : 'capitals';
}

/** In capitals, as far as letters of labels go: one character stays one. */
export const inCapitals = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** What Caps Lock makes of every letter that has the other case as one character. */
export function invertLetterCase(text: string): string {
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    const other = small === character ? character.toUpperCase() : small;
    return other.length === character.length ? other : character;
  }).join('');
}
