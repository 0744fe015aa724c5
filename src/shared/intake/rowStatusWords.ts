import type { RowStatus } from './vocabulary.ts';

/** What a person reads of a row, on the page, in a terminal and in a saved file; programs read the status itself. */
export const rowStatusWords: Readonly<Record<RowStatus, string>> = {
  ready: 'ready',
  repaired: 'repaired',
  suspect: 'suspect',
  rejected: 'refused',
};
