/** What windows-1252 has between 0x80 and 0x9F, where Latin-1 has control characters; five places are empty. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const codes = new Map<string, number>(Array.from(SPECIAL, (character, index) => [character, 0x80 + index]));
for (const empty of ['\u0081', '\u008d', '\u008f', '\u0090', '\u009d']) codes.delete(empty);

/** The byte of a character in windows-1252 ("ANSI"), or null where it has none. */
function byteOf(character: string): number | null {
  const special = codes.get(character);
  if (special !== undefined) return special;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : null;
}

/** The first character of a text that ANSI does not have, or null where all of it can be written. */
export function firstNotAnsi(text: string): string | null {
  for (const character of text) if (byteOf(character) === null) return character;
  return null;
}

/** Text as windows-1252 bytes. @throws RangeError for a character that it does not have */
export function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const character of text) {
    const byte = byteOf(character);
    if (byte === null) throw new RangeError('A character does not exist in windows-1252.');
    bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}
