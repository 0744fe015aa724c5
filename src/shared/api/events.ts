import { z } from 'zod';

/** Facts, not data: the page re-reads what it shows. A missed event is harmless, since every (re)connection re-reads too. */
export const eventTopic = z.enum([
  'devices.changed',
  'batches.changed',
  'jobs.changed',
  'checklists.changed',
  'tenants.changed',
  'settings.changed',
  'shift.changed',
  'import.progress',
  'import.changed',
  'signIn.changed',
  /** A backup was made, a check ended, or the queue takes no changes any more, or takes them again. */
  'backups.changed',
  /** A locked queue was opened. */
  'vault.changed',
  'app.secondLaunch',
]);
export type EventTopic = z.infer<typeof eventTopic>;

export const backendEvent = z.object({
  topic: eventTopic,
  /** Grows by one with every event of this backend. */
  revision: z.number().int(),
  /** Work under way: `import.progress` only. */
  progress: z
    .object({
      /** The preview that is read or committed; null for a reading without one. */
      previewId: z.uuid().nullable(),
      subject: z.string(),
      done: z.number(),
      total: z.number(),
      unit: z.enum(['bytes', 'rows']),
    })
    .optional(),
});
export type BackendEvent = z.infer<typeof backendEvent>;
