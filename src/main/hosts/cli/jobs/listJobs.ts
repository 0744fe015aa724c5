import type { JobState } from '../../../../shared/jobs/job.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

/** What somebody may want to know of; what is done or taken back is history. */
const ON_ITS_WAY: readonly JobState[] = ['waiting', 'leased', 'retrying', 'failed'];

/** `jobs list`: the changes on their way to Microsoft as sentences, with what each waits for. */
export async function listJobs(
  run: Run,
  { state = ON_ITS_WAY, limit }: { readonly state?: readonly JobState[]; readonly limit: number },
): Promise<ExitStatus> {
  const tenant = await tenantIfAny(run);
  const filter = tenant === null ? {} : { tenantId: tenant.id };
  const { total, jobs } = await run.call('jobs.list', { ...filter, states: [...state], limit });
  await run.print({ total, jobs }, () => {
    if (jobs.length === 0) return 'No changes.';
    const rows = jobs.map((job) => [job.state, job.sentence, job.explanation]);
    const { count, number } = run.formatter;
    const all = count(total, 'change', 'changes');
    const shown = jobs.length < total ? `${number(jobs.length)} of ${all}` : all;
    return `${table(['state', 'change', 'why'], rows)}\n${shown}`;
  });
  return jobs.some((job) => job.state === 'failed') ? exitStatus.attention : exitStatus.done;
}
