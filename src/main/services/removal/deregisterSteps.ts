import { z } from 'zod';
import { removalTarget, type RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { reasonWords, type Reason } from '../../../shared/jobs/reason.ts';
import { wholeMinutes } from '../../../shared/words/minutes.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import {
  getAutopilotDevice,
  removeAutopilotDevice,
  unassignUserFromAutopilotDevice,
} from '../../graph/resources/autopilotDevices.ts';
import { getManagedDevice, removeManagedDevice } from '../../graph/resources/managedDevices.ts';
import { GraphError, type GraphErrorKind } from '../../graph/graphError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { done, failed, goOn, retryAfter, type JobHandler, type JobResult, type JobRun } from '../../outbox/job.ts';
import { retryDelayMs } from '../../outbox/retryDelay.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { askForSync } from '../tracking/syncJob.ts';
import { nothingAtMicrosoft } from '../registration/beginAnew.ts';
import { devicesOf } from '../jobs/jobDevices.ts';
import { REMOVAL } from './deregisterJob.ts';
import { settleRemoval, stopRemoval } from './endRemoval.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';
import { IMPORT_LOOK_EVERY_MS } from '../registration/waits.ts';

const TAKES = 20;
/** How long to wait for a record to go: Microsoft speaks of minutes, tools of up to thirty. */
export const GONE_PATIENCE_MS = 60 * 60_000;
/** How many refusals in a row are accepted: with the waits between them, some four minutes. */
const MOST_REFUSALS = 7;
/** A deletion whose answer was lost is sent again when the record is still there after so long. */
const UNANSWERED_REMOVAL_MS = 10 * 60_000;

/** After a failure of these kinds a deletion may have taken effect; after any other it has not. */
const uncertainKinds: ReadonlySet<GraphErrorKind> = new Set(['timeout', 'server', 'unavailable']);

const progress = z.object({
  waitedMs: z.number().default(0),
  /** What is known of the deletion that this step, or the one before it, has sent. */
  sent: z.enum(['no', 'perhaps', 'accepted']).default('no'),
});

interface Work {
  readonly client: GraphClient;
  readonly device: DeviceRecord;
  readonly job: StoredJob;
  readonly target: RemovalTarget;
  readonly pace: (milliseconds: number) => number;
  readonly signal: AbortSignal;
  readonly jitter: number;
  readonly keep: JobRun['keep'];
  readonly settle: JobRun['settle'];
}

/** Null where the job is settled already, together with what was found out. */
type Outcome = JobResult | null;

/**
 * The ordered removal of exactly the confirmed records; each step looks before it deletes, so it may be repeated. Order:
 * "Registration overview", deregister a device (Microsoft Learn).
 */
export function createDeregisterSteps(context: ServiceContext): readonly JobHandler[] {
  const { connections, devices, history, publish, removals, store } = context;

  const step = (name: string, work: (entry: Work) => Promise<Outcome>): JobHandler => ({
    kind: REMOVAL,
    step: name,
    takes: TAKES,
    async run(leased, { settle, signal, jitter, keep }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      for (const { job, device } of devicesOf(devices, leased, settle)) {
        const target = removalTarget.parse(job.payload);
        const result = await attempt({ client, device, job, target, pace, signal, jitter, keep, settle }, work);
        if (result !== null) settleRemoval(context, { job, device, settle }, result);
      }
      publish('devices.changed');
    },
  });

  async function attempt(entry: Work, work: (entry: Work) => Promise<Outcome>): Promise<Outcome> {
    try {
      return await work(entry);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return judgeFailure(error, entry.job.attempts, entry.pace, entry.jitter);
    }
  }

  function finish({ device, job, target: { computerAccount }, settle }: Work): null {
    store.write(() => {
      const byHand: Reason | null = computerAccount === null ? null : { code: 'removal.accountLeft' };
      changeRegistration(context, device, 'removed', {
        sentence: 'Neither Intune nor Windows Autopilot lists the device any more.',
        source: 'Microsoft',
        change: { ...nothingAtMicrosoft, ...(computerAccount === null ? {} : { computerAccount }) },
      });
      removals.end(device.id);
      if (byHand !== null) {
        history.add({ deviceId: device.id, subject: 'registration', sentence: reasonWords(byHand), source: 'Reseal' });
      }
      settle(job, done(byHand));
    });
    return null;
  }

  function stop(work: Work, reason: Reason): null {
    stopRemoval(context, work, reason);
    return null;
  }

  /** What makes the Autopilot device another one than was confirmed, or null. */
  function changeOf({ target }: Work, seen: AutopilotDevice): Reason | null {
    if (foldSerial(seen.serialNumber) !== foldSerial(target.autopilot?.serialNumber ?? null)) {
      return { code: 'removal.otherAutopilotSerial' };
    }
    // Autopilot may still name the Intune record for a while after it was deleted.
    return seen.managedDeviceId === null || seen.managedDeviceId === target.intune?.id
      ? null
      : { code: 'removal.enrolledSince' };
  }

  async function sendDeletion(work: Work, ztdId: string): Promise<Outcome> {
    const { client, job, pace, signal, keep } = work;
    const { sent } = progress.parse(job.progress);
    keep(job, { sent: 'perhaps' });
    try {
      await removeAutopilotDevice(client, ztdId, signal);
    } catch (error) {
      if (!(error instanceof GraphError) || uncertainKinds.has(error.kind)) throw error;
      // Microsoft may refuse this deletion because an earlier one, whose answer was lost, is under way.
      if (error.kind === 'badRequest' && sent === 'perhaps') {
        return goOn('autopilotGone', pace(IMPORT_LOOK_EVERY_MS), { code: 'removal.perhapsQueued' }, { sent });
      }
      keep(job, { sent });
      if (error.kind === 'badRequest') return refused(work, error);
      throw error;
    }
    askForSync(context, job.tenantId, 'removal');
    return goOn('autopilotGone', pace(IMPORT_LOOK_EVERY_MS), { code: 'removal.queued' }, { sent: 'accepted' });
  }

  return [
    step('intuneDelete', async (work) => {
      const { client, target, pace, signal } = work;
      const id = target.intune?.id ?? null;
      const managed = id === null ? null : await getManagedDevice(client, id, signal);
      if (managed === null) return goOn('intuneGone', 0, { code: 'removal.intuneGone' }, {});
      if (foldSerial(managed.serialNumber) !== foldSerial(target.intune?.serialNumber ?? null)) {
        return stop(work, { code: 'removal.otherIntuneSerial' });
      }
      await removeManagedDevice(client, managed.id, signal);
      return goOn('intuneGone', pace(IMPORT_LOOK_EVERY_MS), { code: 'removal.intuneDeleting' }, { sent: 'accepted' });
    }),
    step('intuneGone', async (work) => {
      const { client, job, target, signal } = work;
      const isGone = target.intune === null || (await getManagedDevice(client, target.intune.id, signal)) === null;
      if (isGone) {
        store.write(() => removals.intuneGone(work.device.id));
        return goOn('unassign', 0, { code: 'removal.intuneGone' }, {});
      }
      return progress.parse(job.progress).sent === 'accepted'
        ? lookAgain(work, 'removal.intuneStillThere', 'removal.intuneKept')
        : goOn('intuneDelete', 0, { code: 'removal.intuneAgain' }, {});
    }),
    step('unassign', async (work) => {
      const { client, target, signal } = work;
      const seen = target.autopilot === null ? null : await getAutopilotDevice(client, target.autopilot.id, signal);
      if (seen === null) return finish(work);
      const change = changeOf(work, seen);
      if (change !== null) return stop(work, change);
      const hasUser = seen.userPrincipalName !== null && seen.userPrincipalName !== '';
      if (hasUser) {
        await unassignUserFromAutopilotDevice(client, seen.id, signal);
        store.write(() => removals.userUnassigned(work.device.id));
      }
      return goOn('autopilotDelete', 0, { code: hasUser ? 'removal.userUnassigned' : 'removal.withoutUser' }, {});
    }),
    step('autopilotDelete', async (work) => {
      const { client, target, signal } = work;
      const seen = target.autopilot === null ? null : await getAutopilotDevice(client, target.autopilot.id, signal);
      if (seen === null) return finish(work);
      const change = changeOf(work, seen);
      return change === null ? sendDeletion(work, seen.id) : stop(work, change);
    }),
    step('autopilotGone', async (work) => {
      const { client, job, target, signal } = work;
      const { sent, waitedMs } = progress.parse(job.progress);
      const isThere =
        target.autopilot !== null && (await getAutopilotDevice(client, target.autopilot.id, signal)) !== null;
      if (!isThere) return finish(work);
      return sent === 'accepted' || (sent === 'perhaps' && waitedMs < UNANSWERED_REMOVAL_MS)
        ? lookAgain(work, 'removal.stillListed', 'removal.listedFor')
        : goOn('autopilotDelete', 0, { code: 'removal.sentAgain' }, {});
    }),
  ];
}

/** Microsoft refuses to delete what is enrolled, and may count a device so for a while after its Intune record is gone. */
function refused({ job: { attempts }, target, pace }: Work, error: GraphError): JobResult {
  return target.intune !== null && attempts < MOST_REFUSALS
    ? retryAfter(pace(retryDelayMs(attempts, null, 1)), { code: 'removal.notYet' }, error.requestId)
    : failed({ code: 'removal.refused', error: error.code }, undefined, error.requestId);
}

function lookAgain(
  { job, pace }: Work,
  waiting: 'removal.intuneStillThere' | 'removal.stillListed',
  inVain: 'removal.intuneKept' | 'removal.listedFor',
): JobResult {
  const { sent, waitedMs: before } = progress.parse(job.progress);
  const waitedMs = before + IMPORT_LOOK_EVERY_MS;
  return waitedMs > GONE_PATIENCE_MS
    ? failed({ code: inVain, minutes: wholeMinutes(GONE_PATIENCE_MS) }, {})
    : goOn(
        job.step,
        pace(IMPORT_LOOK_EVERY_MS),
        { code: waiting, minutes: wholeMinutes(waitedMs) },
        { waitedMs, sent },
      );
}
