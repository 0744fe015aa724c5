import type { Document } from '../../shared/api/document.ts';
import { blobOf, saveDocument } from './saveDocument.ts';

/** Shows a document in a window of its own, from where it is printed; where no window may open, it is saved instead. */
export function openDocument(file: Document): void {
  // The address lives as long as the page: the other window reads it whenever it likes.
  const opened = window.open(URL.createObjectURL(blobOf(file)));
  if (opened === null) saveDocument(file);
}
