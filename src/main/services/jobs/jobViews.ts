import type { JobBatchView, JobView } from '../../../shared/jobs/job.ts';
import type { Formatter } from '../../../shared/format/formatter.ts';
import type { JobBatchRow, ReasonRow } from '../../store/jobList.ts';
import { sentenceAbout, type StoredJob } from '../../store/jobRow.ts';
import { isStuck } from '../../outbox/isStuck.ts';
import type { Outbox } from '../../outbox/outbox.ts';

type Holds = Pick<Outbox, 'heldBecause'>;

/** A job as a person reads it. */
export function jobViewOf(job: StoredJob, outbox: Holds, now: Date): JobView {
  const { id, batchId, kind, state, sentence, deviceId, serialNumber, attempts, requestId, createdAt, finishedAt } =
    job;
  const isWaiting = (state === 'waiting' || state === 'retrying') && job.waitsFor === null;
  return {
    id,
    batchId,
    kind,
    state,
    sentence,
    explanation: outbox.heldBecause(job) ?? job.explanation,
    deviceId,
    serialNumber,
    devices: deviceId === null ? 0 : 1,
    attempts,
    requestId,
    isStuck: isStuck(job, now),
    offlineSince: job.offlineSince,
    nextAttemptAt: isWaiting ? job.dueAt : null,
    createdAt,
    finishedAt,
  };
}

/** What one act brought about, as one sentence with counts. */
export function batchViewOf(
  batch: JobBatchRow,
  job: JobView | null,
  reasons: readonly ReasonRow[],
  outbox: Holds,
  formatter: Formatter,
): JobBatchView {
  const { id, kind, act, changes, waiting, leased, retrying, done, failed, cancelled } = batch;
  return {
    id,
    kind,
    sentence: job?.sentence ?? sentenceAbout(act, formatter.count(changes, 'device', 'devices')),
    changes,
    counts: { waiting, leased, retrying, done, failed, cancelled },
    job,
    reasons: told(
      reasons.map(({ step, state, waitsFor, explanation, changes }) => ({
        state,
        explanation: outbox.heldBecause({ tenantId: batch.tenantId, kind, step, state, waitsFor }) ?? explanation,
        changes,
      })),
    ),
    nextAttemptAt: batch.nextDueAt,
    createdAt: batch.createdAt,
    finishedAt: batch.finishedAt,
  };
}

/** The reasons in words, those that read alike counted together. */
function told(
  reasons: readonly (Omit<JobBatchView['reasons'][number], 'explanation'> & { readonly explanation: string | null })[],
): JobBatchView['reasons'] {
  const byWords = new Map<string, JobBatchView['reasons'][number]>();
  for (const { state, explanation, changes } of reasons) {
    if (explanation === null) continue;
    const key = `${state} ${explanation}`;
    byWords.set(key, { state, explanation, changes: changes + (byWords.get(key)?.changes ?? 0) });
  }
  return [...byWords.values()];
}
