import { z } from 'zod';

export const capture = z.object({
  id: z.number().int(),
  collectedAt: z.iso.datetime().nullable(),
  importedAt: z.iso.datetime(),
  source: z.string(),
  osBuild: z.string().nullable(),
  /** Facts read from the hash, label and value, for a person; never the hash. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type Capture = z.infer<typeof capture>;
