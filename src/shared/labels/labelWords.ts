/** How many devices one sentence names. */
const NAMED_MOST = 5;

/** What had no room on labels, each sentence once. */
export function labelNotes(
  labels: readonly { readonly leftOut: readonly string[]; readonly isShortened: boolean }[],
): readonly string[] {
  const fields = [...new Set(labels.flatMap(({ leftOut }) => leftOut))];
  return [
    ...(fields.length === 0 ? [] : [`No room for: ${fields.join(', ')}.`]),
    ...(labels.some(({ isShortened }) => isShortened)
      ? ['Too many serial numbers for a label of this size: the code holds the name of the box.']
      : []),
  ];
}

/** That the only code of these labels has no room on them. */
export function tooWideWords(titles: readonly string[]): string {
  const named = titles.slice(0, NAMED_MOST).join(', ');
  const more = titles.length > NAMED_MOST ? ` and ${titles.length - NAMED_MOST} more` : '';
  return `Code 128 of ${named}${more} has no room on this label, or has no such letters.`;
}
