import { z } from 'zod';
import { identifierChange, identifierChangeWords } from '../identifiers/identifierWords.ts';
import { coded, wordsOf, type Catalogue } from '../words/catalogue.ts';
import { oneOf } from '../oneOf.ts';

/** What a person should know of a row that was written: what it says otherwise than the device, or leaves unsaid. */
export const exportNote = oneOf('code', () => [
  coded('exports.byTriple', { productKeyId: z.string() }),
  identifierChange,
]);
export type ExportNote = z.infer<typeof exportNote>;

const words: Catalogue<ExportNote> = {
  'exports.byTriple': ({ productKeyId }) =>
    `Written by serial number, manufacturer and model; its product key ID ${productKeyId} is not in the file, since a row is identified by one or the other.`,
  ...identifierChangeWords,
};

/** A note as a sentence for a person. */
export const exportNoteWords = (note: ExportNote): string => wordsOf(words, note.code, note);
