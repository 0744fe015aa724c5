import { countSentence } from '../countSentence.ts';
import { exitStatus, type ExitStatus } from '../exitStatus.ts';
import type { Run } from '../runCommand.ts';
import { systemClock } from '../../systemClock.ts';
import { tenantIfAny, tenantOf } from '../tenantOf.ts';

const LOOK_EVERY_MS = 250;
const SYNC_LIMIT_MS = 60_000;

/** `sync`: asks Intune to synchronise, or says when it may be asked again. */
export async function sync(run: Run): Promise<ExitStatus> {
  const { id } = await tenantOf(run);
  const answer = await run.call('tracking.sync', { tenantId: id });
  if (answer.state === 'queued') await untilSent(run, id);
  await run.print(answer, () => answer.sentence);
  return exitStatus.done;
}

/** A short command ends with its process: what it asked for is sent before, as far as the network allows. */
async function untilSent(run: Run, tenantId: string): Promise<void> {
  const startedAt = Date.now();
  while (Date.now() - startedAt < SYNC_LIMIT_MS) {
    const { jobs } = await run.call('jobs.status', { tenantId });
    if (jobs.waiting + jobs.leased === 0) return;
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
