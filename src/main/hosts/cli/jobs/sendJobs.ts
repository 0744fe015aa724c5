import type { JobState } from '../../../../shared/jobs/job.ts';
import { CommandError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { follow } from '../waiting/follow.ts';
import { printStatus } from './outboxStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

const OPEN: readonly JobState[] = ['waiting', 'leased', 'retrying'];
/** With more than a page of them, some still move. */
const PAGE = 1_000;

/**
 * `jobs send`: sends what waits, until all is done or the rest needs a person or a fact that no job here brings about.
 * @throws CommandError where sending is paused, and when Microsoft cannot be reached
 */
export async function sendJobs(run: Run, { timeout }: { readonly timeout: number }): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  if ((await run.call('jobs.status', { tenantId })).paused) {
    throw new CommandError('Sending is paused. Let it go on with “reseal jobs resume”.', exitStatus.attention);
  }
  let most = 0;
  const { open } = await follow(run, { tenantId, limitMinutes: timeout, noun: 'changes' }, async () => {
    const { total, jobs } = await run.call('jobs.list', { tenantId, states: [...OPEN], limit: PAGE });
    most = Math.max(most, total);
    const isOver = total === jobs.length && jobs.every(({ isStuck }) => isStuck);
    return { found: { open: total }, settled: most - total, total: most, isOver };
  });
  const status = await printStatus(run, tenantId);
  return open > 0 ? exitStatus.attention : status;
}
