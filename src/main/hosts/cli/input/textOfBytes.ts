import { openText } from '../../../openText.ts';

/** The text of a file, as intake reads it: without the byte-order mark, and by the encoding that all of its bytes fit. */
export const textOfBytes = (bytes: Uint8Array): string => openText(bytes).text;
