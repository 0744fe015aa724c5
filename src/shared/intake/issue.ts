import { z } from 'zod';

/**
 * What is wrong with a value, or was mended in it, for a person to read.
 * `error` makes the value unusable, `warning` asks a person to look (or says what was mended), `info` changes nothing.
 */
export const issue = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    /** The key of the row that the issue is about. */
    field: z.string(),
    message: z.string(),
    /** What was mended, where something was. */
    repair: z.string().exactOptional(),
  })
  .readonly();

export type Issue = z.infer<typeof issue>;
