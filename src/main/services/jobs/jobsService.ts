import type { JobView } from '../../../shared/api/contract/microsoft.ts';
import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { StoredJob } from '../../store/jobStore.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { syncAllowedAt } from '../tracking/syncJob.ts';
import { cancelJob } from './cancelJob.ts';
import { problemSentences } from './jobSentences.ts';

type JobProcedures = 'jobs.list' | 'jobs.status' | 'jobs.retry' | 'jobs.cancel' | 'jobs.pause';

/** The outbox as people see and steer it. */
export function createJobsService(context: MicrosoftContext): HandlersOf<JobProcedures> {
  const { connections, jobs, outbox, publish, store } = context;

  const viewOf = (job: StoredJob): JobView => {
    const { id, kind, state, sentence, deviceId, serialNumber, attempts, createdAt, finishedAt } = job;
    const isWaiting = (state === 'waiting' || state === 'retrying') && job.waitsFor === null;
    return {
      id,
      kind,
      state,
      sentence,
      explanation: outbox.heldBecause(job) ?? job.explanation,
      deviceId,
      serialNumber,
      devices: deviceId === null ? 0 : 1,
      attempts,
      nextAttemptAt: isWaiting ? job.dueAt : null,
      createdAt,
      finishedAt,
    };
  };

  const changeEach = (ids: readonly string[], change: (job: StoredJob) => boolean): { changed: number } => {
    const changed = store.write(() => ids.flatMap((id) => jobs.get(id) ?? []).filter(change).length);
    publish('jobs.changed');
    publish('devices.changed');
    outbox.wake();
    return { changed };
  };

  return {
    'jobs.list': ({ tenantId, states, offset, limit }) => {
      const filter = { tenantId, states };
      const counts = Object.values(jobs.counts(filter));
      return {
        total: counts.reduce((sum, count) => sum + count, 0),
        jobs: jobs.list(filter, offset, limit).map(viewOf),
      };
    },
    'jobs.status': ({ tenantId }) => {
      const offlineSince = jobs.offlineSince(tenantId ?? null) ?? connections.offlineSince();
      const failing = jobs.list({ tenantId, states: ['failed', 'retrying'] });
      const waiting = jobs.list({ tenantId, states: ['waiting'] }).filter(({ waitsOn }) => waitsOn === 'person');
      const allowedAt = tenantId === undefined ? null : syncAllowedAt(context, tenantId);
      return {
        jobs: jobs.counts({ tenantId }),
        nextAttemptAt: jobs.nextDueAt(tenantId ?? null)?.toISOString() ?? null,
        syncAllowedAt: allowedAt?.toISOString() ?? null,
        problems: [
          ...(outbox.isPaused() ? ['Sending is paused; resume it to go on.'] : []),
          ...(offlineSince === null
            ? []
            : [`Microsoft has not been reached since ${offlineSince}; what waits is sent later.`]),
          ...problemSentences([...failing, ...waiting]),
        ],
        paused: outbox.isPaused(),
        online: offlineSince === null,
        offlineSince,
      };
    },
    'jobs.retry': ({ ids }) => changeEach(ids, ({ id }) => jobs.retry(id)),
    'jobs.cancel': ({ ids }) => changeEach(ids, (job) => cancelJob(context, job)),
    'jobs.pause': ({ paused }) => {
      outbox.pause(paused);
      return {};
    },
  };
}
