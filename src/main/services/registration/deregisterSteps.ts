import { z } from 'zod';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import {
  getAutopilotDevice,
  removeAutopilotDevice,
  unassignUserFromAutopilotDevice,
} from '../../graph/resources/autopilotDevices.ts';
import { getManagedDevice, removeManagedDevice } from '../../graph/resources/managedDevices.ts';
import { done, failed, goOn, type JobHandler, type JobResult, type JobRun } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { askForSync } from '../tracking/syncJob.ts';
import { nothingAtMicrosoft } from './beginAnew.ts';
import { devicesOf } from './jobDevices.ts';
import { changeRegistration } from './registrationHistory.ts';
import { LOOK_EVERY_MS, minutesOf } from './waits.ts';

const KIND = 'deregister';
const TAKES = 20;
/** Microsoft speaks of minutes, tools of up to thirty. */
const PATIENCE_MS = 60 * 60_000;

/** The exact records that are deleted, as a person saw and confirmed them. */
const target = z.object({ ztdId: z.string(), managedDeviceId: z.string().nullable(), isHybrid: z.boolean() });
export type RemovalTarget = z.infer<typeof target>;
const progress = z.object({
  waitedMs: z.number().default(0),
  /** The deletion may have reached Microsoft: a second one may then be refused, and is no failure. */
  isSent: z.boolean().default(false),
});

export const deregisterJob = (device: DeviceRecord, records: RemovalTarget): NewJob => ({
  kind: KIND,
  step: records.managedDeviceId === null ? 'unassign' : 'intuneDelete',
  wish: `${KIND}:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  act: 'Deregister {devices}',
  payload: records,
});

type Pace = (milliseconds: number) => number;
interface Work {
  readonly client: GraphClient;
  readonly device: DeviceRecord;
  readonly job: StoredJob;
  readonly target: RemovalTarget;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly keep: JobRun['keep'];
}

/**
 * The ordered removal; each step may be repeated, since what is gone counts as deleted. Order: "Registration overview",
 * deregister a device (Microsoft Learn).
 */
export function createDeregisterHandlers(context: MicrosoftContext): readonly JobHandler[] {
  const { connections, devices, history, publish, store } = context;

  const step = (name: string, work: (entry: Work) => Promise<JobResult>): JobHandler => ({
    kind: KIND,
    step: name,
    takes: TAKES,
    async run(leased, { settle, signal, keep }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      for (const { job, device } of devicesOf(devices, leased, settle)) {
        settle(
          job,
          await attempt({ client, device, job, target: target.parse(job.payload), pace, signal, keep }, work),
        );
      }
      publish('devices.changed');
    },
  });

  async function attempt(entry: Work, work: (entry: Work) => Promise<JobResult>): Promise<JobResult> {
    try {
      return await work(entry);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return judgeFailure(error, entry.job.attempts, entry.pace, 1);
    }
  }

  function finish({ device, target: { isHybrid } }: Work): JobResult {
    store.write(() => {
      changeRegistration(context, device, 'removed', {
        sentence: 'Microsoft does not list the device any more.',
        source: 'Microsoft',
        change: nothingAtMicrosoft,
      });
      if (isHybrid) history.add({ deviceId: device.id, subject: 'registration', sentence: BY_HAND, source: 'Reseal' });
    });
    return done(isHybrid ? BY_HAND : null);
  }

  return [
    step('intuneDelete', async ({ client, target: { managedDeviceId }, pace, signal }) => {
      if (managedDeviceId !== null) await removeManagedDevice(client, managedDeviceId, signal);
      return goOn('intuneGone', pace(LOOK_EVERY_MS), 'Intune is deleting its record.', {});
    }),
    step('intuneGone', async (work) => {
      const {
        client,
        target: { managedDeviceId },
        signal,
      } = work;
      const isGone = managedDeviceId === null || (await getManagedDevice(client, managedDeviceId, signal)) === null;
      return isGone
        ? goOn('unassign', 0, 'The Intune record is gone.', {})
        : lookAgain(work, 'Intune has not deleted its record yet');
    }),
    step('unassign', async ({ client, target: { ztdId }, signal }) => {
      const device = await getAutopilotDevice(client, ztdId, signal);
      const hasUser = device !== null && device.userPrincipalName !== null && device.userPrincipalName !== '';
      if (hasUser) await unassignUserFromAutopilotDevice(client, ztdId, signal);
      return goOn('autopilotDelete', 0, hasUser ? 'The user is unassigned.' : 'No user is assigned.', {});
    }),
    step('autopilotDelete', async ({ client, job, target: { ztdId }, pace, signal, keep }) => {
      const { isSent } = progress.parse(job.progress);
      keep(job, { isSent: true });
      try {
        await removeAutopilotDevice(client, ztdId, signal);
      } catch (error) {
        if (!(error instanceof GraphError) || error.kind !== 'badRequest' || !isSent) throw error;
      }
      askForSync(context, job.tenantId, 'removal');
      return goOn('autopilotGone', pace(LOOK_EVERY_MS), 'Microsoft has queued the removal.', {});
    }),
    step('autopilotGone', async (work) => {
      const {
        client,
        target: { ztdId },
        signal,
      } = work;
      const isGone = (await getAutopilotDevice(client, ztdId, signal)) === null;
      return isGone ? finish(work) : lookAgain(work, 'Microsoft still lists the device');
    }),
  ];
}

const BY_HAND = 'Now delete the computer account in Active Directory by hand, or it is synchronised again.';

function lookAgain({ job, pace }: Work, what: string): JobResult {
  const waitedMs = progress.parse(job.progress).waitedMs + LOOK_EVERY_MS;
  return waitedMs > PATIENCE_MS
    ? failed(`${what}, after ${minutesOf(PATIENCE_MS)}. Look at the device in Intune, then retry.`, {})
    : goOn(job.step, pace(LOOK_EVERY_MS), `${what}, after ${minutesOf(waitedMs)}; up to 30 are normal.`, { waitedMs });
}
