import type { Formatter } from '../format/formatter.ts';

/** What is said of the rows of an import that brought more to a device of another row: without it the counts do not add up. */
export function joinedSentence(joined: number, { count }: Formatter): string {
  return `${count(joined, 'row', 'rows')} brought more to a device of another row.`;
}
