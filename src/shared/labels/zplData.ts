/** Carets, tildes and backslashes are commands or marks; the underscore is the mark of ^FH itself. */
const PLAIN = /[^\x20-\x7e]|[\^~_\\]/gu;

/**
 * Text as the data of a ZPL field behind `^FH`: every byte of its UTF-8 that could be taken for something else is written as two
 * hexadecimal digits behind an underscore. The label must choose UTF-8 by `^CI28`. Half a surrogate pair becomes U+FFFD.
 */
export function zplData(text: string): string {
  return text.toWellFormed().replaceAll(PLAIN, (character) => bytesOf(character).map(hexOf).join(''));
}

function bytesOf(character: string): readonly number[] {
  const escaped = encodeURIComponent(character);
  if (!escaped.startsWith('%')) return [character.charCodeAt(0)];
  return escaped
    .slice(1)
    .split('%')
    .map((hex) => parseInt(hex, 16));
}

const hexOf = (byte: number): string => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`;
