import { z } from 'zod';
import { instant } from '../../devices/device.ts';
import { jobBatchView, jobCounts, jobState, jobView } from '../../jobs/job.ts';
import { reach } from '../../jobs/reach.ts';
import { trouble } from '../../jobs/trouble.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const jobFilter = z.object({
  tenantId: z.uuid().optional(),
  deviceIds: z.array(z.uuid()).optional(),
  states: z.array(jobState).default([]),
});
const jobPage = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1_000).default(200) };
/** Jobs by themselves; or all of a batch, of devices, or of a tenant, with which that can be done. */
const jobChoice = z.union([
  z.object({ ids: z.array(z.uuid()).min(1) }),
  z.object({ batchId: z.string() }),
  z.object({ deviceIds: z.array(z.uuid()).min(1) }),
  z.object({ tenantId: z.uuid() }),
]);
const jobsChanged = z.object({ changed: z.number().int() });

export const jobProcedures = {
  'jobs.list': query(
    jobFilter.extend({ batchId: z.string().optional(), ids: z.array(z.uuid()).optional(), ...jobPage }),
    z.object({ total: z.number().int(), jobs: z.array(jobView) }),
  ),
  /** The jobs put together by what brought them about, those that have a job in one of these states: what goes on or failed, then what has ended; newest first. */
  'jobs.batches': query(
    jobFilter.extend(jobPage),
    z.object({ total: z.number().int(), batches: z.array(jobBatchView) }),
  ),
  /** What `reseal status --json` prints and the top bar shows. */
  'jobs.status': query(
    z.object({ tenantId: z.uuid().optional() }),
    z.object({
      jobs: jobCounts,
      nextAttemptAt: instant,
      syncAllowedAt: instant,
      /** What keeps changes from reaching Microsoft and devices from being followed, besides the pause and the network, which stand below as data. */
      problems: z.array(z.string()),
      /** The same as codes. */
      troubles: z.array(trouble),
      paused: z.boolean(),
      /** False only where the last look was not answered; `reach` says whether anything was tried. */
      online: z.boolean(),
      reach,
      offlineSince: instant,
    }),
  ),
  'jobs.retry': command(jobChoice, jobsChanged),
  'jobs.cancel': command(jobChoice, jobsChanged),
  'jobs.pause': command(z.object({ paused: z.boolean() }), nothing),
};

export type JobHandlers = HandlersOf<typeof jobProcedures>;
