import type { JobState } from '../../../../shared/api/contract/microsoft.ts';
import { systemClock } from '../../../systemClock.ts';
import { countSentence } from '../countSentence.ts';
import { exitStatus, type ExitStatus } from '../exitStatus.ts';
import { refuseOffline } from '../refuseOffline.ts';
import type { Run } from '../runCommand.ts';
import { tenantIfAny, tenantOf } from '../tenantOf.ts';

const LOOK_EVERY_MS = 250;
const SYNC_LIMIT_MS = 60_000;
const ENDED: readonly JobState[] = ['done', 'failed', 'cancelled'];

/** `sync`: asks Intune to synchronise, or says when it may be asked again. */
export async function sync(run: Run): Promise<ExitStatus> {
  const { id } = await tenantOf(run);
  const answer = await run.call('tracking.sync', { tenantId: id });
  const unsent = answer.state === 'queued' ? await whyNotSent(run, id) : null;
  await run.print(answer, () => unsent ?? answer.sentence);
  return unsent === null ? exitStatus.done : exitStatus.attention;
}

/** A short command ends with its process: what it asked for is sent before, or it says why that was not possible. */
async function whyNotSent(run: Run, tenantId: string): Promise<string | null> {
  const startedMs = systemClock.monotonicMs();
  for (;;) {
    const { jobs } = await run.call('jobs.list', { tenantId, limit: 100 });
    const job = jobs.find(({ kind }) => kind === 'sync');
    if (job === undefined || job.state === 'done') return null;
    if (ENDED.includes(job.state) || systemClock.monotonicMs() - startedMs > SYNC_LIMIT_MS)
      return job.explanation ?? job.sentence;
    await refuseOffline(run, tenantId);
    await systemClock.wait(LOOK_EVERY_MS, new AbortController().signal);
  }
}

/** `status`: what the outbox and the trackers are doing. */
export async function status(run: Run): Promise<ExitStatus> {
  const tenant = await tenantIfAny(run);
  const { jobs, nextAttemptAt, syncAllowedAt, problems } = await run.call(
    'jobs.status',
    tenant === null ? {} : { tenantId: tenant.id },
  );
  await run.print({ jobs, nextAttemptAt, syncAllowedAt, problems }, () =>
    [
      `Jobs: ${countSentence(jobs)}.`,
      ...(nextAttemptAt === null ? [] : [`Next attempt at ${nextAttemptAt}.`]),
      ...(syncAllowedAt === null ? [] : [`Intune may be asked to sync again at ${syncAllowedAt}.`]),
      ...problems,
    ].join('\n'),
  );
  return problems.length === 0 && jobs.failed === 0 ? exitStatus.done : exitStatus.attention;
}
