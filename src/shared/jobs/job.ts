import { z } from 'zod';
import { instant } from '../devices/device.ts';
import { jobAct } from './jobAct.ts';
import { reason } from './reason.ts';

export const jobState = z.enum(['waiting', 'leased', 'retrying', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;

/** A change on its way to Microsoft; its codes, and the sentences that they come to for whoever prints them as they are. */
export const jobView = z.object({
  id: z.uuid(),
  batchId: z.string(),
  kind: z.string(),
  state: jobState,
  act: jobAct,
  sentence: z.string(),
  /** Why it waits, or what went wrong and what to do. */
  reason: reason.nullable(),
  explanation: z.string().nullable(),
  deviceId: z.uuid().nullable(),
  serialNumber: z.string().nullable(),
  devices: z.number().int(),
  attempts: z.number().int(),
  /** Microsoft's id of the request that it refused, which their support asks for. */
  requestId: z.string().nullable(),
  /** Whether nothing more happens before somebody does something, the network is back, or another job is done. */
  isStuck: z.boolean(),
  offlineSince: instant,
  nextAttemptAt: instant,
  createdAt: z.iso.datetime(),
  finishedAt: instant,
});
export type JobView = z.infer<typeof jobView>;

export const jobCounts = z.object({
  waiting: z.number().int(),
  leased: z.number().int(),
  retrying: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
});

/** What one act of a person brought about: “Register 500 devices”. */
export const jobBatchView = z.object({
  id: z.string(),
  kind: z.string(),
  act: jobAct,
  sentence: z.string(),
  /** One for each device it is about. */
  changes: z.number().int(),
  counts: jobCounts,
  /** The only change of a batch of one. */
  job: jobView.nullable(),
  /** Why changes were refused or wait, and how many for each reason: refusals first, then the most frequent. */
  reasons: z.array(z.object({ state: jobState, reason, explanation: z.string(), changes: z.number().int() })),
  nextAttemptAt: instant,
  createdAt: z.iso.datetime(),
  /** When the last one ended; null while any is still to be sent. */
  finishedAt: instant,
});
export type JobBatchView = z.infer<typeof jobBatchView>;
