import { otherSerialOf } from '../../../shared/devices/otherSerial.ts';
import { wholeMinutes } from '../../../shared/words/minutes.ts';
import { GraphError } from '../../graph/graphError.ts';
import { findAutopilotDevices, getAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { done, failed, goOn, type JobHandler, type JobResult } from '../../outbox/job.ts';
import { openWishesOf } from '../assignment/wishes.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { ownRow } from '../tracking/ownRow.ts';
import { recordDevice } from '../tracking/recordDevice.ts';
import { askForSync } from '../tracking/syncJob.ts';
import { devicesOf, type DeviceJob } from '../jobs/jobDevices.ts';
import { submissionOf } from './submission.ts';
import { changeOnTheWay } from './registrationHistory.ts';
import { LISTING_PATIENCE_MS, IMPORT_LOOK_EVERY_MS } from './waits.ts';

/** How long to search for a device whose import was refused because it is registered already. */
const SEARCH_PATIENCE_MS = 2 * 60_000;

/** Waits until the registered device can be read, then sees to what the import could not carry. */
export function createAppearStep(context: ServiceContext): JobHandler {
  const { connections, devices, jobs, outbox, publish, store } = context;

  return {
    kind: 'register',
    step: 'appear',
    takes: 200,
    async run(leased, run) {
      const tenantId = leased[0]?.tenantId ?? '';
      const { client, pace } = await connections.connectionTo(tenantId);
      const entries = await withZtdIds(client, devicesOf(devices, leased, run.settle), run.signal);
      const ztdIds = entries.flatMap(({ ztdId }) => ztdId ?? []);
      const answers = await getAutopilotDevices(client, ztdIds, run.signal);
      store.write(() => {
        let isAnyMissing = false;
        for (const { entry, ztdId } of entries) {
          const answer = answers.get(ztdId ?? '') ?? null;
          if (answer instanceof GraphError) {
            run.settle(entry.job, judgeFailure(answer, entry.job.attempts, pace, run.jitter));
          } else if (answer !== null) {
            run.settle(entry.job, register(entry, answer));
          } else {
            isAnyMissing = true;
            run.settle(entry.job, stillMissing(entry, pace));
          }
        }
        if (isAnyMissing) askForSync(context, tenantId, 'registration');
      });
      publish('devices.changed');
    },
  };

  /** Under another serial number it may be another device: then nothing more of ours is sent to it. */
  function register({ device, job }: DeviceJob, answer: AutopilotDevice): JobResult {
    // Where the import was refused because the device is registered already, somebody else has done it.
    const elsewhere = device.registeredBy === 'partner' ? 'partner' : 'other';
    const registeredBy = submissionOf(job).refusal === null ? 'here' : elsewhere;
    if (device.registeredBy !== registeredBy) devices.change(device.id, { registeredBy });
    const recorded = recordDevice(context, device.id, answer);
    if (recorded === null) return done();
    const other = otherSerialOf(recorded.device);
    if (other !== null) return failed({ code: 'registration.otherSerial', ...other });
    for (const wish of openWishesOf(jobs, recorded.device, answer, job.batchId)) outbox.enqueue(wish);
    return done();
  }

  /** A device whose ZTDID nobody told is searched for by its serial number. */
  async function withZtdIds(client: GraphClient, entries: readonly DeviceJob[], signal: AbortSignal) {
    const known: { readonly entry: DeviceJob; readonly ztdId: string | null }[] = [];
    for (const entry of entries) {
      const { device, job } = entry;
      const told = submissionOf(job).ztdId;
      const found = told === null ? await findAutopilotDevices(client, device.serialNumber, signal) : null;
      const own = found === null ? null : ownRow(devices, device, found);
      known.push({ entry, ztdId: told ?? own?.id ?? null });
    }
    return known;
  }

  function stillMissing({ job, device }: DeviceJob, pace: (milliseconds: number) => number): JobResult {
    const progress = submissionOf(job);
    const waitedMs = progress.waitedMs + IMPORT_LOOK_EVERY_MS;
    if (waitedMs <= (progress.refusal === null ? LISTING_PATIENCE_MS : SEARCH_PATIENCE_MS)) {
      const reason = { code: 'registration.notListedYet', minutes: wholeMinutes(waitedMs) } as const;
      return goOn('appear', pace(IMPORT_LOOK_EVERY_MS), reason, { ...progress, waitedMs });
    }
    if (progress.refusal === null) {
      return failed(
        { code: 'registration.notListed', minutes: wholeMinutes(LISTING_PATIENCE_MS) },
        { ...progress, waitedMs: 0 },
      );
    }
    const { code, name, message } = progress.refusal;
    const isRefused = changeOnTheWay(context, device, 'failed', {
      sentence: message ?? 'Microsoft refuses the registration.',
      source: 'Microsoft',
      change: { registrationError: progress.refusal },
    });
    if (!isRefused) return done();
    return failed({ code: 'registration.refused', errorCode: typeof code === 'number' ? code : null, errorName: name });
  }
}
