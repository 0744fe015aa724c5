import { z } from 'zod';
import { reasonWords, type Reason } from '../../../shared/jobs/reason.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { intuneRecordTarget, type IntuneRecordTarget } from '../../../shared/removal/intuneRecordPlan.ts';
import { wholeMinutes } from '../../../shared/words/minutes.ts';
import { getAutopilotDevice } from '../../graph/resources/autopilotDevices.ts';
import { getManagedDevice, removeManagedDevice, type ManagedDevice } from '../../graph/resources/managedDevices.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { done, failed, goOn, type JobHandler, type JobResult, type JobRun } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { devicesOf } from '../jobs/jobDevices.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import { IMPORT_LOOK_EVERY_MS } from '../registration/waits.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { GONE_PATIENCE_MS } from './deregisterSteps.ts';
import { recordIsGone } from './recordIsGone.ts';

export const INTUNE_RECORD = 'deleteIntuneRecord';
const TAKES = 20;

const progress = z.object({
  waitedMs: z.number().default(0),
  /** What is known of the deletion: `perhaps` is kept before it is sent, so that a cut-off does not hide it. */
  sent: z.enum(['no', 'perhaps', 'accepted']).default('no'),
});

/** The record is exactly the one that a person saw and confirmed. */
export const intuneRecordJob = (device: DeviceRecord, target: IntuneRecordTarget): NewJob => ({
  kind: INTUNE_RECORD,
  step: 'delete',
  wish: `${INTUNE_RECORD}:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  act: { code: 'removal.deleteIntuneRecord' },
  payload: target,
});

interface Work {
  readonly client: GraphClient;
  readonly device: DeviceRecord;
  readonly job: StoredJob;
  readonly target: IntuneRecordTarget;
  readonly pace: (milliseconds: number) => number;
  readonly signal: AbortSignal;
  readonly keep: JobRun['keep'];
}

type Result = JobResult | 'gone';

/** Deletes one Intune record, then reads until it is gone. Each step looks before it acts, so it may be repeated. */
export function createIntuneRecordSteps(context: ServiceContext): readonly JobHandler[] {
  const { connections, devices, history, publish, store } = context;

  const step = (name: string, work: (entry: Work) => Promise<Result>): JobHandler => ({
    kind: INTUNE_RECORD,
    step: name,
    takes: TAKES,
    async run(leased, { settle, signal, jitter, keep }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      for (const { job, device } of devicesOf(devices, leased, settle)) {
        const target = intuneRecordTarget.parse(job.payload);
        const result = await work({ client, device, job, target, pace, signal, keep }).catch((error: unknown) => {
          if (!(error instanceof GraphError)) throw error;
          return judgeFailure(error, job.attempts, pace, jitter);
        });
        store.write(() => {
          if (result === 'gone') {
            recordIsGone(context, device.id, target.managedDeviceId);
            settle(job, done({ code: 'removal.intuneGone' }));
            return;
          }
          if (result.type === 'failed') {
            const sentence = `The Intune record was not deleted. ${reasonWords(result.reason)}`;
            history.add({ deviceId: device.id, subject: 'enrollment', sentence, source: 'Reseal' });
          }
          settle(job, result);
        });
      }
      publish('devices.changed');
    },
  });

  return [
    step('delete', async (work) => {
      const { client, target, pace, signal, keep, job } = work;
      const managed = await getManagedDevice(client, target.managedDeviceId, signal);
      if (managed === null) return 'gone';
      const change = await changeOf(work, managed);
      if (change !== null) return failed(change, {});
      keep(job, { sent: 'perhaps' });
      try {
        await removeManagedDevice(client, target.managedDeviceId, signal);
      } catch (error) {
        if (!(error instanceof GraphError) || error.kind !== 'badRequest') throw error;
        return failed({ code: 'removal.recordRefused', error: error.code }, {}, error.requestId);
      }
      return goOn('gone', pace(IMPORT_LOOK_EVERY_MS), { code: 'removal.intuneDeleting' }, { sent: 'accepted' });
    }),
    step('gone', async ({ client, job, target, pace, signal }) => {
      if ((await getManagedDevice(client, target.managedDeviceId, signal)) === null) return 'gone';
      const { sent, waitedMs: before } = progress.parse(job.progress);
      if (sent !== 'accepted') return goOn('delete', 0, { code: 'removal.intuneAgain' }, { sent });
      const waitedMs = before + IMPORT_LOOK_EVERY_MS;
      if (waitedMs > GONE_PATIENCE_MS) {
        return failed({ code: 'removal.intuneKept', minutes: wholeMinutes(GONE_PATIENCE_MS) }, {});
      }
      const stillThere: Reason = { code: 'removal.intuneStillThere', minutes: wholeMinutes(waitedMs) };
      return goOn('gone', pace(IMPORT_LOOK_EVERY_MS), stillThere, { waitedMs, sent });
    }),
  ];
}

/** What makes the record, or its device, another than was confirmed; null where it is the same. */
async function changeOf({ client, device, job, target, signal }: Work, managed: ManagedDevice): Promise<Reason | null> {
  if (foldSerial(managed.serialNumber) !== foldSerial(target.serialNumber))
    return { code: 'removal.otherRecordSerial' };
  const listed = device.ztdId === null ? null : await getAutopilotDevice(client, device.ztdId, signal);
  const listedId = listed?.managedDeviceId ?? null;
  if (listedId !== null && listedId !== target.managedDeviceId) return { code: 'removal.otherRecord' };
  // Once the deletion may have been sent, a last contact is that of a device which is being retired.
  if (progress.parse(job.progress).sent !== 'no') return null;
  const hasUser = managed.userPrincipalName !== null;
  const isUsed = hasUser && (!target.hasUser || managed.lastSyncTold !== target.contactTold);
  return isUsed ? { code: 'removal.recordUsedSince' } : null;
}
