import { z } from 'zod';

/** What asking for changes came to: how many are queued, and for which devices none is, and why. */
export const queued = z.object({
  queued: z.number().int(),
  refused: z.array(z.object({ serialNumber: z.string(), reason: z.string() })),
});
