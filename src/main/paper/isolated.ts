/** Letters of the scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const [ISOLATE, LEFT_TO_RIGHT, END_OF_ISOLATE] = ['\u2068', '\u2066', '\u2069'];

/** Part of a sentence that keeps its own direction, and leaves the sentence its own. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text;
}

/**
 * A number of letters and digits, or with marks in it, as one piece from left to right: by the bidirectional algorithm alone, the
 * 5 of “5CG1234” after a Hebrew word would stand before that word.
 */
const NUMBER = /(?<!\u2066)[A-Za-z\d]+(?:[-._/:]+[A-Za-z\d]+)*/g;

export function withNumbersIsolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  return text.replaceAll(NUMBER, (found) =>
    /^\d+$/.test(found) || !/\d/.test(found) ? found : `${LEFT_TO_RIGHT}${found}${END_OF_ISOLATE}`,
  );
}
