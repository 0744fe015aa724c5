import { z } from 'zod';
import { auditRow } from './auditRow.ts';

/** An act as it is shown: persons and devices by their names, as far as they were not erased. */
export const auditEntry = auditRow.omit({ previous: true }).extend({
  /** The names of the first few that it was about. */
  subjects: z.array(z.string()),
  /** How many it was about. */
  subjectTotal: z.number().int(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
