/** Controls could move the cursor or rewrite the screen, and direction marks could swap what a person reads. */
const UNPRINTABLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const UNPRINTABLE_IN_LINES = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from a file or from Microsoft as one line that a terminal can show: data, never commands. */
export function plainLine(text: string): string {
  return text.replace(UNPRINTABLE, '·');
}

/** The same for text of several lines. */
export function plainLines(text: string): string {
  return text.replace(UNPRINTABLE_IN_LINES, '·');
}
