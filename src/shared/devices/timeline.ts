import { z } from 'zod';
import { statusName } from './status.ts';

/** Which of the five statuses changed, or what else happened. */
export const timelineSubject = z.union([
  statusName,
  z.enum(['queue', 'capture', 'change', 'checklist', 'scan', 'note', 'attachment']),
]);

export const timelineEntry = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  subject: timelineSubject,
  sentence: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Who says so: a person's initials, Microsoft, a file, or Reseal. */
  source: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;
