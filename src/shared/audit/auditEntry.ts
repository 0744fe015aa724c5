import { z } from 'zod';

export const auditEntry = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  who: z.string(),
  action: z.string(),
  sentence: z.string(),
});
