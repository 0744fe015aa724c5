import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import type { JobHandlers } from '../../../shared/api/contract/jobs.ts';
import type { JobState } from '../../../shared/jobs/job.ts';
import { neutralFormatter } from '../../../shared/format/neutralFormatter.ts';
import { troubleWords, type Trouble } from '../../../shared/jobs/trouble.ts';
import type { TroubleRow } from '../../store/jobList.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import { inTurns } from '../inTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { cancelJob } from './cancelJob.ts';
import type { JobSteering } from './jobSteering.ts';
import { batchViewOf, jobViewOf } from './jobViews.ts';
import { readReach } from './readReach.ts';
import { retryJob } from './retryJob.ts';

/**
 * The jobs that are retried together: failed ones only. A job that is tried again by itself keeps its time, since
 * Microsoft may have asked for it.
 */
const retryable: readonly JobState[] = ['failed'];
const cancellable: readonly JobState[] = ['waiting', 'retrying'];

const retrying = { action: 'jobs.retry', verb: 'Tried again' };
const cancelling = { action: 'jobs.cancel', verb: 'Cancelled' };

/** The outbox as people see and steer it. @param steerings what steering means for the devices of some kinds of jobs */
export function createJobsService(context: ServiceContext, steerings: readonly JobSteering[]): JobHandlers {
  const { audit, budgets, formatter, jobs, jobList, outbox, ports, publish, store, tracking, who } = context;
  const viewOf = (job: StoredJob) => jobViewOf(job, outbox, ports.clock.now());
  const steeringOf = ({ kind }: StoredJob) => steerings.find((steering) => steering.kind === kind);
  const jobOrNull = (id: string | null) => (id === null ? null : store.setAside.orNull(() => jobs.get(id)));

  function troubleOf({ jobId, ...counted }: TroubleRow): Trouble {
    const job = jobOrNull(jobId);
    return { code: 'jobs.held', act: job?.act ?? null, serialNumber: job?.serialNumber ?? null, ...counted };
  }

  /** The jobs that were chosen: by themselves, or all of a batch, of devices or of a tenant that are in one of these states. */
  function chosen(choice: ParsedInputOf<'jobs.retry'>, states: readonly JobState[]): readonly string[] {
    return 'ids' in choice ? choice.ids : jobList.page({ ...choice, states }).map(({ id }) => id);
  }

  async function changeEach(
    { action, verb }: { readonly action: string; readonly verb: string },
    ids: readonly string[],
    change: (job: StoredJob) => boolean,
  ): Promise<{ readonly changed: number }> {
    let changed = 0;
    const turn: StoredJob[] = [];
    const changeOne = (id: string): void => {
      const job = jobs.get(id);
      if (job !== null && change(job)) turn.push(job);
    };
    await inTurns(store, ids, changeOne, () => {
      const done = turn.splice(0);
      changed += done.length;
      if (done.length === 0) return;
      const sentence = `${verb} ${neutralFormatter.count(done.length, 'change', 'changes')} for Microsoft.`;
      const devices = [...new Set(done.flatMap(({ deviceId }) => deviceId ?? []))];
      audit.add({ who: who(), action, sentence, devices });
    });
    publish('jobs.changed');
    publish('devices.changed');
    outbox.wake();
    return { changed };
  }

  return {
    'jobs.list': ({ offset, limit, ...filter }) => {
      const counts = Object.values(jobList.counts(filter));
      return {
        total: counts.reduce((sum, count) => sum + count, 0),
        jobs: jobList.page(filter, offset, limit).map(viewOf),
      };
    },
    'jobs.batches': ({ offset, limit, ...filter }) => {
      const batches = jobList.batches(filter, offset, limit);
      const reasons = Map.groupBy(jobList.reasons(batches.map(({ id }) => id)), ({ batchId }) => batchId);
      return {
        total: jobList.batchCount(filter),
        batches: batches.map((batch) => {
          const job = jobOrNull(batch.jobId);
          return batchViewOf(batch, job === null ? null : viewOf(job), reasons.get(batch.id) ?? [], outbox, formatter);
        }),
      };
    },
    'jobs.status': async ({ tenantId }) => {
      const offlineSince = jobList.offlineSince(tenantId) ?? tracking.offlineSince(tenantId);
      const allowedAt = tenantId === undefined ? null : budgets.allowedAt(tenantId, 'sync');
      const troubles = [...jobList.troubles(tenantId).map(troubleOf), ...tracking.problems(tenantId)];
      return {
        jobs: jobList.counts({ tenantId }),
        nextAttemptAt: jobs.nextDueAt(tenantId ?? null)?.toISOString() ?? null,
        syncAllowedAt: allowedAt?.toISOString() ?? null,
        problems: troubles.map((trouble) => troubleWords(trouble, neutralFormatter)),
        troubles,
        paused: outbox.isPaused(),
        online: offlineSince === null,
        reach: await readReach(context, tenantId),
        offlineSince,
      };
    },
    'jobs.retry': (choice) =>
      changeEach(retrying, chosen(choice, retryable), (job) => retryJob(context, steeringOf(job), job)),
    'jobs.cancel': (choice) =>
      changeEach(cancelling, chosen(choice, cancellable), (job) => cancelJob(context, steeringOf(job), job)),
    'jobs.pause': ({ paused }) => {
      store.write(() => {
        outbox.pause(paused);
        const sentence = paused ? 'Paused the sending to Microsoft.' : 'Let the sending to Microsoft go on.';
        audit.add({ who: who(), action: 'jobs.pause', sentence });
      });
      return {};
    },
  };
}
