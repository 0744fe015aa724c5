import { z } from 'zod';
import { instant } from '../devices/device.ts';

/** What of a long list of Microsoft’s is asked for: one page of what a search and a state keep. */
export const listing = z.object({
  tenantId: z.uuid(),
  /** Part of a serial number, or of what names a row without one. */
  search: z.string().max(300).default(''),
  /** A state as it came, an empty one where none was told; null for all. */
  state: z.string().max(100).nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(1_000).default(100),
});

/** Such a list as it was read last, without its rows. */
export const listedRows = z.object({
  /** Null where it was never read. */
  readAt: instant,
  /** Whether the whole list came. */
  isWhole: z.boolean(),
  matching: z.number().int(),
  /** How many rows of the whole list have each state. */
  states: z.array(z.object({ state: z.string(), count: z.number().int() })),
});
