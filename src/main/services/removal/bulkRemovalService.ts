import { randomUUID } from 'node:crypto';
import type { RemovalHandlers } from '../../../shared/api/contract/removal.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { refusedFor, type RefusedDevice } from '../../../shared/jobs/queued.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import { bulkRemovalPlanOf, isEmptyTarget, type PlannedDevice } from '../../../shared/removal/bulkRemovalPlan.ts';
import type { HeldBackReason } from '../../../shared/removal/heldBackWords.ts';
import type { RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import { GraphError } from '../../graph/graphError.ts';
import { inTurns } from '../inTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { beginRemoval, causeOf } from './beginRemoval.ts';
import { deregisterJobOfMany } from './deregisterJob.ts';
import { findRecordsOfMany, isFailure, type NotFoundOut } from './findRecordsOfMany.ts';
import { forgetWhatIsGone } from './forgetWhatIsGone.ts';
import { runningDeletion } from './refuseUnconfirmed.ts';
import { removalPlanOf } from './removalRecords.ts';

type Answers = Pick<RemovalHandlers, 'removal.planMany' | 'removal.deregisterMany'>;

/** Many devices at once: planned side by side, confirmed by their number, and each removed by its own job. */
export function createBulkRemovalService(context: ServiceContext): Answers {
  const { connections, devices, publish, store, tenants } = context;

  async function planOfTenant(
    tenantId: string,
    members: readonly DeviceRecord[],
    signal: AbortSignal,
  ): Promise<PlannedDevice[]> {
    const { client } = await connections.connectionTo(tenantId);
    const found = await findRecordsOfMany(client, devices, members, signal);
    const failures = [...found.values()].filter(isFailure);
    const [failure] = failures;
    // Where nothing at all could be read, one sentence says it better than a list of devices.
    if (failure instanceof GraphError && failures.length === members.length) throw failure;
    return members.map((device) => {
      const records = found.get(device.id);
      if (records === undefined || isFailure(records)) return heldBack(device, refusalOf(records));
      const plan = removalPlanOf(device, tenants.get(tenantId)?.name ?? '', records);
      forgetWhatIsGone(context, device, plan.target);
      return { plan };
    });
  }

  async function planOf(deviceIds: readonly string[], signal: AbortSignal): Promise<PlannedDevice[]> {
    const planned = new Map<string, PlannedDevice>();
    const readable = new Map<string, DeviceRecord[]>();
    const ids = [...new Set(deviceIds)];
    for (const id of ids) {
      const device = devices.get(id);
      const running = runningDeletion(context, id);
      if (device === null) planned.set(id, { deviceId: id, serialNumber: id, refusal: NOT_IN_QUEUE });
      else if (running !== null) planned.set(id, heldBack(device, running));
      else readable.set(device.tenantId, [...(readable.get(device.tenantId) ?? []), device]);
    }
    for (const [tenantId, members] of readable) {
      const plans = await planOfTenant(tenantId, members, signal);
      for (const [index, plan] of plans.entries()) planned.set(members[index]?.id ?? '', plan);
    }
    return ids.flatMap((id) => planned.get(id) ?? []);
  }

  function refusalNow(deviceId: string, target: RemovalTarget): HeldBackReason | null {
    return isEmptyTarget(target) ? { code: 'removal.nothingHeld' } : runningDeletion(context, deviceId);
  }

  return {
    'removal.planMany': ({ deviceIds }) =>
      forPerson(async (signal) => bulkRemovalPlanOf(await planOf(deviceIds, signal))),
    'removal.deregisterMany': async ({ devices: chosen, confirmedCount, reason, note }) => {
      if (confirmedCount !== chosen.length) {
        throw new AppError(
          'invalid-input',
          'The number typed is not the number of devices that would be deregistered.',
          {
            remedy: 'Type the number that the plan shows.',
          },
        );
      }
      const cause = causeOf(reason, note);
      const batchId = randomUUID();
      const refused: RefusedDevice[] = [];
      let queued = 0;
      await inTurns(store, chosen, ({ deviceId, target }) => {
        const device = devices.get(deviceId);
        const refusal = device === null ? NOT_IN_QUEUE : refusalNow(deviceId, target);
        if (refusal !== null) refused.push(refusedFor(device === null ? deviceId : deviceTitle(device), refusal));
        if (device === null || refusal !== null) return;
        beginRemoval(context, { device, target, cause, job: deregisterJobOfMany(device, target, batchId) });
        queued += 1;
      });
      publish('devices.changed');
      return { queued, refused };
    },
  };
}

const NOT_IN_QUEUE: HeldBackReason = { code: 'removal.notInQueue' };

const heldBack = (device: DeviceRecord, refusal: HeldBackReason): PlannedDevice => ({
  deviceId: device.id,
  serialNumber: deviceTitle(device),
  refusal,
});

function refusalOf(failure: NotFoundOut | undefined): HeldBackReason {
  if (failure instanceof AppError) return { code: 'removal.cannotTell', why: failure.message };
  return { code: 'removal.unreadable', why: failure?.message ?? 'Microsoft did not answer.' };
}
