import { subjectMark } from './auditRow.ts';

/** Anything that may be a person's address: what can stand in one by Entra's rules, and whatever letters of other scripts do. */
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const MARKED = /\bp:[0-9a-f]{16}\b|\bd:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const WORD_ENDS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

export const erasedPerson = 'a person who was erased';
const erasedDevice = 'a device that was erased';

/** The addresses in a text, each once, as they stand there. */
export const addressesIn = (text: string): readonly string[] =>
  text.includes('@') ? [...new Set(Array.from(text.matchAll(ADDRESS), ([address]) => address))] : [];

/** The words of a text without the marks around them: one of them may be a serial number. */
export const wordsIn = (text: string): readonly string[] => [
  ...new Set(text.split(/\s+/u).flatMap((word) => word.replaceAll(WORD_ENDS, '') || [])),
];

/** A text with each of these names replaced by what stands for it; the longest first, since one may hold another. */
export function withReplaced(text: string, replacements: Iterable<readonly [name: string, mark: string]>): string {
  return [...replacements]
    .sort(([one], [other]) => other.length - one.length)
    .reduce((result, [name, mark]) => result.replaceAll(wholeName(name), mark), text);
}

/** What a dot begins behind a name of a file; none of them ends an address. */
const FILE_ENDING = String.raw`(?:cab|csv|etl|evtx|html?|jpe?g|json|log|pdf|png|reg|txt|webp|xlsx?|xml|zip)(?![\p{L}\p{N}])`;

/** Finds a name where it stands alone, in whatever case, and not within a longer one; a file may be called by it. */
export function wholeName(name: string): RegExp {
  const letters = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?<![\p{L}\p{N}][.+_-])${letters}(?![\p{L}\p{N}])(?!-[\p{L}\p{N}])(?!\.(?!${FILE_ENDING})[\p{L}\p{N}])`,
    'giu',
  );
}

/** A recorded text with its pseudonyms and devices named again. @param nameOf the name; null where it was erased */
export const withNames = (text: string, nameOf: (mark: string) => string | null): string =>
  text.replaceAll(MARKED, (mark) => nameOf(mark) ?? erasedWords(mark));

/** What stands for a name that is there no more. */
export const erasedWords = (mark: string): string =>
  mark.startsWith(subjectMark.person) ? erasedPerson : erasedDevice;
