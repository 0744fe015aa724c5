import { z } from 'zod';
import type { Reason } from '../../../shared/jobs/reason.ts';
import { failed, goOn, type JobResult } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';

/** The wait before each look for what Microsoft accepted, in milliseconds of the tenant's clock. */
const looksMs = [0, 30, 60, 120, 300].map((seconds) => seconds * 1_000);

const progress = z.object({ looks: z.number().default(0) });

export interface Look {
  readonly step: string;
  /** Said while the job waits. */
  readonly reason: Reason;
  /** Said when it has been looked for often enough. */
  readonly inVain: Reason;
}

/**
 * The next look of a job whose change was accepted but cannot be seen yet, or its end after eight and a half minutes.
 * @param pace converts milliseconds of the tenant's clock to real ones
 */
export function lookAgain(job: StoredJob, pace: (milliseconds: number) => number, look: Look): JobResult {
  const { looks } = progress.parse(job.progress);
  const afterMs = looksMs[looks];
  return afterMs === undefined
    ? failed(look.inVain, {})
    : goOn(look.step, pace(afterMs), look.reason, { looks: looks + 1 });
}
