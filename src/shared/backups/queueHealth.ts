import { z } from 'zod';
import { failure } from '../outcome/outcome.ts';

/** A look at all pages of the database (`quick`), or at all rows and indexes as well (`full`). */
export const checkKind = z.enum(['quick', 'full']);
export type CheckKind = z.infer<typeof checkKind>;

export const queueCheck = z.object({
  kind: checkKind,
  at: z.string(),
  /** As SQLite words them; none where all is well. */
  problems: z.array(z.string()),
});
export type QueueCheck = z.infer<typeof queueCheck>;

/** How the queue's file is, as far as anybody has looked. */
export const queueHealth = z.object({
  /** Why nothing is written to it now; null where all is well. */
  trouble: failure.nullable(),
  /** The newest of each kind. */
  checks: z.array(queueCheck),
  /** Rows that cannot be read, and that lists leave out: by table, column and what they are known by. */
  setAside: z.array(
    z.object({
      table: z.string(),
      column: z.string(),
      id: z.string().nullable(),
      serialNumber: z.string().nullable(),
    }),
  ),
  /** The newest verified backup, to go back to. */
  newestBackup: z.string().nullable(),
});
