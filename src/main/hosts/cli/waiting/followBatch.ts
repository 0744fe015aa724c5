import type { JobView } from '../../../../shared/jobs/job.ts';
import type { Run } from '../program/runCommand.ts';
import { follow } from './follow.ts';

const JOBS_AT_ONCE = 1_000;

interface WatchedBatch {
  readonly tenantId: string;
  readonly batchId: string;
  /** What one job of it is about: `identifiers`. */
  readonly noun: string;
  readonly limitMinutes: number;
}

/** Watches the changes that one act brought about until each has ended or the time is over, and returns them as they stand then. */
export function followBatch(run: Run, { batchId, ...watched }: WatchedBatch): Promise<readonly JobView[]> {
  return follow(run, watched, async () => {
    const { jobs, total } = await run.call('jobs.list', { batchId, limit: JOBS_AT_ONCE });
    const settled = jobs.filter(({ finishedAt }) => finishedAt !== null).length;
    return { found: jobs, settled, total, isOver: settled === total };
  });
}
