import { z } from 'zod';
import { document } from './document.ts';

/** Labels as a file, and as sentences what had no room on them. */
export const labelDocument = document.extend({ notes: z.array(z.string()) });

/** The printer that took labels, as sentences name it, how many, and what had no room on them. */
export const printed = z.object({ printer: z.string(), labels: z.int(), notes: z.array(z.string()) });
export type Printed = z.infer<typeof printed>;
