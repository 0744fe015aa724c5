import type { OutputOf } from '../../../../shared/api/contract.ts';
import { troubleWords } from '../../../../shared/jobs/trouble.ts';
import { reachSentences } from '../../../../shared/jobs/reachWords.ts';
import { countSentence } from '../output/countSentence.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

/** `status`: what the outbox and the trackers are doing. */
export async function outboxStatus(run: Run): Promise<ExitStatus> {
  return printStatus(run, (await tenantIfAny(run))?.id ?? null);
}

const WORKS_MEANWHILE =
  'Meanwhile importing, the bench, checklists, labels and exports work as ever, and what is queued stays queued.';

/** Prints what the outbox of a tenant, or of all, is doing; somebody must look where something failed or keeps it from sending. */
export async function printStatus(run: Run, tenantId: string | null): Promise<ExitStatus> {
  const outbox = await run.call('jobs.status', tenantId === null ? {} : { tenantId });
  const bench = await run.call('bench.needsLook', tenantId === null ? {} : { tenantId });
  const { jobs, nextAttemptAt, syncAllowedAt, reach } = outbox;
  const untried = reachSentences[reach];
  const problems = problemsOf(outbox, outbox.problems, (instant) => instant);
  const told = outbox.troubles.map((trouble) => troubleWords(trouble, run.formatter));
  await run.print({ jobs, nextAttemptAt, syncAllowedAt, problems, reach, bench }, () =>
    [
      `Jobs: ${countSentence(jobs, run.formatter)}.`,
      ...(nextAttemptAt === null ? [] : [`Next attempt at ${run.formatter.instant(nextAttemptAt)}.`]),
      ...(syncAllowedAt === null
        ? []
        : [`Intune may be asked to sync again at ${run.formatter.instant(syncAllowedAt)}.`]),
      ...(untried === null ? [] : [untried]),
      ...problemsOf(outbox, told, run.formatter.instant),
      ...(bench.notResealed === 0
        ? []
        : [
            `${run.formatter.count(bench.notResealed, 'device', 'devices')} turned green a while ago and nobody recorded the reseal. “reseal list --stage reseal” names them.`,
          ]),
      ...(outbox.online && jobs.retrying === 0 ? [] : [WORKS_MEANWHILE]),
    ].join('\n'),
  );
  return problems.length === 0 && jobs.failed === 0 && bench.notResealed === 0 ? exitStatus.done : exitStatus.attention;
}

/** What keeps changes from reaching Microsoft, as sentences: programs read times as they are kept, people in their own locale. */
function problemsOf(
  { paused, online, offlineSince }: OutputOf<'jobs.status'>,
  troubles: readonly string[],
  timeOf: (instant: string) => string,
): readonly string[] {
  const since = offlineSince === null ? '' : ` since ${timeOf(offlineSince)}`;
  return [
    ...(paused ? ['Sending is paused; “reseal jobs resume” lets it go on.'] : []),
    ...(online ? [] : [`Microsoft has not been reached${since}; what waits is sent later.`]),
    ...troubles,
  ];
}
