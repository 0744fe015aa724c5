import { z } from 'zod';

/** Something that is erased, and how much of it there is. */
export const erasedPlace = z.object({
  /** `devices`, `unfinished imports`: the noun that the number counts. */
  what: z.string(),
  count: z.number().int(),
});
export type ErasedPlace = z.infer<typeof erasedPlace>;

/** What an erasure would reach, what it cannot, and why it may not be done now. */
export const erasurePlan = z.object({
  /** The person's address, or what the device is called. */
  name: z.string(),
  places: z.array(erasedPlace),
  /** One sentence each. */
  unreachable: z.array(z.string()),
  /** What is in the way, with what to do; null where nothing is. */
  refusal: z.object({ reason: z.string(), remedy: z.string() }).nullable(),
});
export type ErasurePlan = z.infer<typeof erasurePlan>;

/** What was erased, for paper. It does not name what was erased: paper would be one place more. */
export const erasureReceipt = z.object({
  kind: z.enum(['person', 'device']),
  /** What stands in the records in place of the name. */
  reference: z.string(),
  erasedAt: z.iso.datetime(),
  erasedBy: z.string(),
  account: z.string(),
  places: z.array(erasedPlace),
  unreachable: z.array(z.string()),
  /** The audit log's head after the act, as it is printed. */
  auditHead: z.string(),
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;
