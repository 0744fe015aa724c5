/**
 * A text as the queue's search compares it: without case, marks over letters, and the wider forms that some keyboards write.
 * A word is found where it stands anywhere in a text after both went through here.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{Mn}\0]/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('ς', 'σ');
}

/** The words of what a person searches for; a device is found that has each of them somewhere. */
export function searchedWords(search: string): readonly string[] {
  return foldForSearch(search).split(/\s+/u).filter(Boolean);
}
