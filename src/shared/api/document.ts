import { z } from 'zod';

/** A file the backend made for a person: the door saves, prints or shows it. */
export const document = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() });
export type Document = z.infer<typeof document>;

/**
 * Whether “[U+1F600]” is printed in place of a character that no typeface here has. Without it such a document is refused as
 * `unprintable`, and the error names the characters.
 */
export const withCodes = z.boolean().default(false);

/** Nothing goes in, or nothing comes out. */
export const nothing = z.object({});

/** What the printer holds; left out, it is what the lab's do. */
export const paperSize = z.enum(['a4', 'letter']);
export type PaperSize = z.infer<typeof paperSize>;
