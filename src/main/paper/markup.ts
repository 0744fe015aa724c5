/** Characters that neither HTML nor XML may hold: controls but for white space, lone surrogates, two non-characters. */
export const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Text made safe for HTML, SVG and their attributes. What they may not hold becomes a question mark. */
export function escaped(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
