import { z } from 'zod';

/** What one shift tells the next, signed by who wrote it. */
export const shiftNote = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  technician: z.string(),
  text: z.string(),
});
export type ShiftNote = z.infer<typeof shiftNote>;
