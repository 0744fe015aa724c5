import { z } from 'zod';
import { collect } from '../../graph/paging.ts';
import { listImportedDevices, removeImportedDevices } from '../../graph/resources/importedDevices.ts';
import { done, goOn, type JobHandler } from '../../outbox/job.ts';
import type { NewJob } from '../../store/jobStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { IMPORT_LOOK_EVERY_MS } from './waits.ts';

const KIND = 'cleanUp';

const payload = z.object({ recordIds: z.array(z.string()) });
const progress = z.object({ isRepeated: z.boolean().default(false) });

/** Deletes records of imports that are over: old ones of the same serial number confuse the next import. */
export const cleanUpJob = (tenantId: string, recordIds: readonly string[]): NewJob => ({
  kind: KIND,
  step: 'remove',
  wish: `${KIND}:${recordIds[0] ?? ''}`,
  tenantId,
  deviceId: null,
  act: { code: 'registration.cleanUp', imports: recordIds.length },
  payload: { recordIds },
});

/**
 * Deletes the records and looks once whether they are gone, since a deletion may be accepted without effect
 * (microsoft-graph-docs#5180). Nothing depends on it: a look at the list will do, which is one request for all of them, and
 * what stays after the second time is only written to the log.
 */
export function createCleanUpHandlers({ connections, ports }: ServiceContext): readonly JobHandler[] {
  const common = { kind: KIND, takes: 1 };
  return [
    {
      ...common,
      step: 'remove',
      async run(jobs, { signal, settle }) {
        for (const job of jobs) {
          const { client, pace } = await connections.connectionTo(job.tenantId);
          await removeImportedDevices(client, payload.parse(job.payload).recordIds, signal);
          settle(
            job,
            goOn('verify', pace(IMPORT_LOOK_EVERY_MS), { code: 'registration.recordsDeleted' }, job.progress),
          );
        }
      },
    },
    {
      ...common,
      step: 'verify',
      async run(jobs, { signal, settle }) {
        for (const job of jobs) {
          const { client } = await connections.connectionTo(job.tenantId);
          const removed = new Set(payload.parse(job.payload).recordIds);
          const { rows } = await collect(listImportedDevices(client, signal));
          const left = rows.filter(({ id }) => removed.has(id)).length;
          const { isRepeated } = progress.parse(job.progress);
          if (left > 0 && !isRepeated) {
            settle(job, goOn('remove', 0, { code: 'registration.recordsLeft', records: left }, { isRepeated: true }));
            continue;
          }
          if (left > 0) ports.log.warn('registration.recordsLeft', { records: left });
          settle(job, done(left === 0 ? null : { code: 'registration.recordsKept' }));
        }
      },
    },
  ];
}
