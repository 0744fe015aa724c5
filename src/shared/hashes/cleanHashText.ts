/** What is often found around or inside a hash and is no part of it. */
export type RemovedNoise = 'byteOrderMark' | 'invisibleCharacters' | 'lineBreaks' | 'quotes' | 'blanks';

export interface CleanedHashText {
  /** Without white space, invisible characters and outer quotes. */
  readonly text: string;
  /** The same, with blanks inside turned into plus signs; null where there are none. */
  readonly blanksAsPlus: string | null;
  /** What was ignored. */
  readonly removed: readonly RemovedNoise[];
}

const QUOTES = '"\'“”„‘’«»';

// Alternatives, not a class: in a class the zero-width joiner would combine with its neighbours.
const NOISE: readonly { readonly what: RemovedNoise; readonly pattern: RegExp }[] = [
  { what: 'byteOrderMark', pattern: /\uFEFF/g },
  { what: 'invisibleCharacters', pattern: /\0|\u00AD|\u200B|\u200C|\u200D|\u200E|\u200F|\u2060/g },
  { what: 'lineBreaks', pattern: /[\r\n\u0085\u2028\u2029]+/g },
];

/** Takes away what is not part of a hash but is often found with it (copied cells, exports, mail). */
export function cleanHashText(raw: string): CleanedHashText {
  const removed: RemovedNoise[] = [];
  // A line end is what any file adds; it is not worth a word.
  let text = raw.endsWith('\n') ? raw.slice(0, raw.endsWith('\r\n') ? -2 : -1) : raw;
  for (const { what, pattern } of NOISE) {
    const without = text.replace(pattern, '');
    if (without !== text) removed.push(what);
    text = without;
  }
  const { start, end } = innerRange(text);
  const inner = text.slice(start, end);
  if (hasQuote(text.slice(0, start)) || hasQuote(text.slice(end))) removed.push('quotes');
  const dense = inner.replace(/\s+/g, '');
  if (/\s/.test(text)) removed.push('blanks');
  const blanksAsPlus = inner.includes(' ') ? inner.replaceAll(' ', '+').replace(/\s+/g, '') : null;
  return { text: dense, blanksAsPlus, removed };
}

/** Quotes and blanks can enclose each other more than once; one pass from each side takes them all. */
function innerRange(text: string): { readonly start: number; readonly end: number } {
  const isOuter = (character: string): boolean => hasQuote(character) || character.trim() === '';
  let start = 0;
  let end = text.length;
  while (start < end && isOuter(text.charAt(start))) start++;
  while (end > start && isOuter(text.charAt(end - 1))) end--;
  return { start, end };
}

function hasQuote(text: string): boolean {
  for (const character of text) {
    if (QUOTES.includes(character)) return true;
  }
  return false;
}
