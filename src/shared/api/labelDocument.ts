import { z } from 'zod';
import { labelFormat, labelLook } from '../labels/labelLook.ts';
import { document, withCodes } from './document.ts';

/** How labels look, and whether codes stand for letters that cannot be printed: alike whatever they are stuck on. */
export const labelled = labelLook.extend({ withCodes });

/** As which file labels are made. */
export const labelFileAsked = z.object({
  format: labelFormat.default('pdf'),
  /** Whether a picture shows them as a label printer draws them. */
  forPrinter: z.boolean().optional(),
  /** Only the first of them, by itself also where it is meant for a sheet: what is shown before they are made. */
  onlyFirst: z.boolean().optional(),
});

/** Labels as a file, how many all of them are, and as sentences what had no room. */
export const labelDocument = document.extend({ labels: z.int(), notes: z.array(z.string()) });

/** The printer that took labels, as sentences name it, how many, and what had no room on them. */
export const printed = z.object({ printer: z.string(), labels: z.int(), notes: z.array(z.string()) });
export type Printed = z.infer<typeof printed>;
