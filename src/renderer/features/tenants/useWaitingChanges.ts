import type { JobBatchView } from '../../../shared/jobs/job.ts';
import { actWords } from '../../../shared/jobs/jobAct.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { formatter } from '../../text/formatter.ts';
import { activityText } from '../../text/jobs.ts';

/** So many kinds of changes are named. */
const MOST_NAMED = 6;

/** What waits to be sent to Microsoft for a customer, as sentences with counts. */
export function useWaitingChanges(tenantId: string) {
  const states = ['waiting' as const, 'retrying' as const];
  const reading = useProcedure('jobs.batches', { tenantId, states, limit: MOST_NAMED }, ['jobs.changed']);
  const status = useProcedure('jobs.status', { tenantId }, ['jobs.changed']);
  const { batches, total } = reading.state === 'ready' ? reading.value : { batches: [], total: 0 };
  const jobs = status.state === 'ready' ? status.value.jobs : { waiting: 0, retrying: 0 };
  return {
    /** How many changes wait in all. */
    count: jobs.waiting + jobs.retrying,
    sentences: batches.map((batch) => ({ id: batch.id, sentence: sentenceOf(batch) })),
    /** Acts that are not named. */
    more: total - batches.length,
  };
}

const sentenceOf = ({ act, changes, job }: JobBatchView): string =>
  actWords(act, job?.serialNumber ?? activityText.devices(changes), formatter);
