import { z } from 'zod';

/** A file the backend made for a person: the door saves, prints or shows it. */
export const document = z.object({ fileName: z.string(), mediaType: z.string(), base64: z.base64() });
export type Document = z.infer<typeof document>;

/** Nothing goes in, or nothing comes out. */
export const nothing = z.object({});
