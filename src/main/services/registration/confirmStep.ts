import { importErrorOf } from '../../../shared/registration/importErrors.ts';
import { wholeMinutes } from '../../../shared/words/minutes.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { collect } from '../../graph/paging.ts';
import { getImportedDevices, listImportedDevices, type ImportedDevice } from '../../graph/resources/importedDevices.ts';
import { failed, goOn, type JobHandler, type JobResult, type JobRun } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { askForSync } from '../tracking/syncJob.ts';
import { devicesOf, type DeviceJob } from '../jobs/jobDevices.ts';
import { cleanUpJob } from './cleanUpSteps.ts';
import { submissionOf, unsent } from './submission.ts';
import { changeOnTheWay, changeRegistration, stillOnTheWay } from './registrationHistory.ts';
import {
  BLOCKS_NEXT_BATCH_MS,
  IMPORT_LOOK_EVERY_MS,
  MOST_SUBMISSIONS,
  PROCESSING_PATIENCE_MS,
  TRY_LATER_MS,
} from './waits.ts';

/** `confirmLate` follows the imports that take so long that the next batch no longer waits for them. */
type Step = 'confirm' | 'confirmLate';

/** Follows imports until Microsoft says complete or error for each, then deletes the records, which only served that. */
export function createConfirmStep(context: ServiceContext, step: Step): JobHandler {
  const { connections, devices, outbox, publish, store } = context;

  return {
    kind: 'register',
    step,
    takes: 1_000,
    async run(leased, run) {
      const tenantId = leased[0]?.tenantId ?? '';
      const { client, pace } = await connections.connectionTo(tenantId);
      const records = await readImportRecords(client, recordIdsOf(leased), run.signal);
      const finished: string[] = [];
      store.write(() => {
        for (const entry of devicesOf(devices, leased, run.settle)) {
          const record = records.get(submissionOf(entry.job).recordId ?? '') ?? null;
          if (record instanceof GraphError)
            run.settle(entry.job, judgeFailure(record, entry.job.attempts, pace, run.jitter));
          else if (settleOne(entry, record, pace, run) && record !== null) finished.push(record.id);
        }
        if (finished.length === 0) return;
        askForSync(context, tenantId, 'registration');
        outbox.enqueue(cleanUpJob(tenantId, finished));
      });
      publish('devices.changed');
    },
  };

  /** The records by id. One that the list lacks is read by itself: the list can end early. */
  async function readImportRecords(
    client: GraphClient,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, ImportedDevice | GraphError | null>> {
    const { rows } = await collect(listImportedDevices(client, signal));
    const listed = new Map(rows.map((record) => [record.id, record]));
    const missing = ids.filter((id) => !listed.has(id));
    return new Map([...listed, ...(await getImportedDevices(client, missing, signal))]);
  }

  /** Settles one job by its record; true where the record has nothing more to say. */
  function settleOne(
    entry: DeviceJob,
    record: ImportedDevice | null,
    pace: (milliseconds: number) => number,
    run: JobRun,
  ): boolean {
    const { job, device } = entry;
    const progress = submissionOf(job);
    if (record === null) {
      // Somebody cleared the list of imports: the device itself will tell.
      run.settle(job, goOn('appear', 0, { code: 'registration.recordGone' }, progress));
      return false;
    }
    if (record.status === 'error') {
      run.settle(job, afterError(entry, record, pace));
      return true;
    }
    if (record.status === 'complete' && record.ztdId !== null) {
      devices.change(device.id, { ztdId: record.ztdId });
      const next = { ...progress, ztdId: record.ztdId, waitedMs: 0 };
      // Looked for at once, most are not there yet.
      run.settle(job, goOn('appear', pace(IMPORT_LOOK_EVERY_MS), { code: 'registration.imported' }, next));
      return true;
    }
    const now = stillOnTheWay(context, device);
    if (now !== null && now.registration !== 'pending') {
      changeRegistration(context, now, 'pending', {
        sentence: 'Microsoft is processing the import.',
        source: 'Microsoft',
      });
    }
    run.settle(job, stillProcessing(entry, pace));
    return false;
  }

  function stillProcessing({ job }: DeviceJob, pace: (milliseconds: number) => number): JobResult {
    const progress = submissionOf(job);
    const waitedMs = progress.waitedMs + IMPORT_LOOK_EVERY_MS;
    if (waitedMs > PROCESSING_PATIENCE_MS) {
      return failed(
        { code: 'registration.unfinished', minutes: wholeMinutes(PROCESSING_PATIENCE_MS) },
        { ...progress, waitedMs: 0 },
      );
    }
    const next = waitedMs > BLOCKS_NEXT_BATCH_MS ? 'confirmLate' : 'confirm';
    const code = waitedMs < BLOCKS_NEXT_BATCH_MS ? 'registration.processing' : 'registration.processingLong';
    const reason = { code, minutes: wholeMinutes(waitedMs) } as const;
    return goOn(next, pace(IMPORT_LOOK_EVERY_MS), reason, { ...progress, waitedMs });
  }

  function afterError(
    { job, device }: DeviceJob,
    { errorCode, errorName }: ImportedDevice,
    pace: (milliseconds: number) => number,
  ): JobResult {
    const progress = submissionOf(job);
    const error = importErrorOf(errorCode, errorName);
    if (error.next === 'lookForDevice') {
      const refusal = { code: error.code, name: error.name, message: error.message };
      return goOn('appear', 0, { code: 'registration.inThisTenant' }, { ...progress, refusal, waitedMs: 0 });
    }
    const told = { errorCode: error.code, errorName: error.name };
    if (error.next === 'tryLater' && progress.submissions < MOST_SUBMISSIONS) {
      return goOn('send', pace(TRY_LATER_MS), { code: 'registration.sentAgain', ...told }, unsent(progress));
    }
    const { code, name, message } = error;
    const isRefused = changeOnTheWay(context, device, 'failed', {
      sentence: message,
      source: 'Microsoft',
      change: { registrationError: { code, name, message } },
    });
    if (!isRefused) return goOn('appear', 0, { code: 'registration.found' }, { ...progress, waitedMs: 0 });
    return failed({ code: 'registration.refused', ...told });
  }
}

const recordIdsOf = (jobs: readonly StoredJob[]): readonly string[] =>
  jobs.flatMap((job) => submissionOf(job).recordId ?? []);
