import type { Document } from '../../shared/api/document.ts';

/** The bytes of a document as the browser handles them. */
export function blobOf(document: Document): Blob {
  const bytes = Uint8Array.from(atob(document.base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: document.mediaType });
}

/** Saves a document where the person keeps downloads; works the same in the window and in a browser. */
export function saveDocument(file: Document): void {
  saveBlob(blobOf(file), file.fileName);
}

/** The same of bytes that are here already. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
