/** What is wrong, and what to do about it; one sentence or two each. */
export interface ProblemWords {
  readonly sentence: string;
  readonly remedy: string;
}

/** Both as one text. */
export function problemText({ sentence, remedy }: ProblemWords): string {
  return `${sentence} ${remedy}`;
}
