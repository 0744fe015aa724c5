import type { JobView } from '../../../../shared/jobs/job.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { createOfflineWatch } from '../waiting/offlineWatch.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

const SYNC_LOOK_EVERY_MS = 250;
const LIMIT_MS = 60_000;

/** `sync`: asks Intune to synchronise, or says when it may be asked again. */
export async function syncIntune(run: Run): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const { jobId, ...answer } = await run.call('tracking.sync', { tenantId });
  const unsent = jobId === null ? null : await whyNotSent(run, jobId);
  const told = { ...answer, sentence: unsent ?? answer.sentence };
  await run.print(told, () => told.sentence);
  return unsent === null ? exitStatus.done : exitStatus.attention;
}

/**
 * This command ends with its process. So it waits until its request is sent, or says why that was not possible. It
 * waits for its own synchronisation only, not for other jobs of the outbox, and says what it waits for.
 */
async function whyNotSent(run: Run, jobId: string): Promise<string | null> {
  const { clock } = run.world;
  const refuseOffline = createOfflineWatch(clock);
  const startedMs = clock.monotonicMs();
  let said: string | null = null;
  for (;;) {
    const [job] = (await run.call('jobs.list', { ids: [jobId], limit: 1 })).jobs;
    if (job === undefined || job.state === 'done') return null;
    const leftMs = startedMs + LIMIT_MS - clock.monotonicMs();
    if (isOver(job, leftMs, clock.now())) return job.explanation ?? job.sentence;
    const waitsFor = job.explanation ?? 'Waits for Intune to answer.';
    if (waitsFor !== said) run.say(waitsFor);
    said = waitsFor;
    refuseOffline(job.offlineSince);
    await clock.wait(SYNC_LOOK_EVERY_MS, new AbortController().signal);
  }
}

/** Whether waiting is useless: the job has ended, needs a person, or is not tried again within the time that is left. */
function isOver({ state, isStuck, nextAttemptAt }: JobView, leftMs: number, now: Date): boolean {
  if (state === 'failed' || state === 'cancelled' || isStuck || leftMs <= 0) return true;
  return nextAttemptAt !== null && Date.parse(nextAttemptAt) - now.getTime() > leftMs;
}
