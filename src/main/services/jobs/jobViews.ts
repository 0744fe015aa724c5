import type { JobBatchView, JobView } from '../../../shared/jobs/job.ts';
import type { Formatter } from '../../../shared/format/formatter.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { actWords, jobSentence } from '../../../shared/jobs/jobAct.ts';
import { reasonWords, type Reason } from '../../../shared/jobs/reason.ts';
import type { JobBatchRow, ReasonRow } from '../../store/jobList.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import { isStuck } from '../../outbox/isStuck.ts';
import type { Outbox } from '../../outbox/outbox.ts';

type Holds = Pick<Outbox, 'heldBecause'>;

/** A job as a person reads it. */
export function jobViewOf(job: StoredJob, outbox: Holds, now: Date): JobView {
  const { id, batchId, kind, state, act, deviceId, serialNumber, attempts, requestId, createdAt, finishedAt } = job;
  const isWaiting = (state === 'waiting' || state === 'retrying') && job.waitsFor === null;
  const reason = outbox.heldBecause(job) ?? job.reason;
  return {
    id,
    batchId,
    kind,
    state,
    act,
    sentence: jobSentence(job, neutralFormatter),
    reason,
    explanation: reason === null ? null : reasonWords(reason),
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
    act,
    sentence: job?.sentence ?? actWords(act, formatter.count(changes, 'device', 'devices'), formatter),
    changes,
    counts: { waiting, leased, retrying, done, failed, cancelled },
    job,
    reasons: worded(
      reasons.map(({ step, state, waitsFor, reason, changes }) => ({
        state,
        reason: outbox.heldBecause({ tenantId: batch.tenantId, kind, step, state, waitsFor }) ?? reason,
        changes,
      })),
    ),
    nextAttemptAt: batch.nextDueAt,
    createdAt: batch.createdAt,
    finishedAt: batch.finishedAt,
  };
}

type Counted = Pick<JobBatchView['reasons'][number], 'state' | 'changes'> & { readonly reason: Reason | null };

/** The reasons in words, those that read alike counted together. */
function worded(reasons: readonly Counted[]): JobBatchView['reasons'] {
  const byWords = new Map<string, JobBatchView['reasons'][number]>();
  for (const { state, reason, changes } of reasons) {
    if (reason === null) continue;
    const explanation = reasonWords(reason);
    const key = `${state} ${explanation}`;
    byWords.set(key, { state, reason, explanation, changes: changes + (byWords.get(key)?.changes ?? 0) });
  }
  return [...byWords.values()];
}
