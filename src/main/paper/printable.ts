import { FORBIDDEN } from './markup.ts';
import { holds, typefacesFor } from './typefaces.ts';

/** Characters without a shape of their own: joiners, variation selectors, direction marks. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Every blank but the wide one of Chinese and Japanese. */
const BLANK = /(?!\u3000)[\p{Zs}\t\r\n]+/gu;

/** The characters of a text that no typeface here has, each once. */
export function unprintableIn(text: string): readonly string[] {
  const needed = new Set(cleaned(text).replaceAll(INVISIBLE, ''));
  return [...needed].filter((character) => !isPrintable(character));
}

/** A text as it can be printed: “[U+1F600]” stands where a character has no shape, never an empty box. */
export function printable(text: string): string {
  const clean = cleaned(text);
  const missing = new Set(unprintableIn(clean));
  return missing.size === 0 ? clean : Array.from(clean, (one) => (missing.has(one) ? codeOf(one) : one)).join('');
}

/** A character's number in Unicode, as it is looked up: “U+1F600”. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function codeOf(character: string): string {
  return `[${codePointOf(character)}]`;
}

/** Letters and their marks as one character where there is such a one, which fonts draw best. */
function cleaned(text: string): string {
  return text.normalize('NFC').replaceAll(FORBIDDEN, '?').replaceAll(BLANK, ' ');
}

function isPrintable(character: string): boolean {
  return typefacesFor(character).some((typeface) => holds(typeface, character));
}
