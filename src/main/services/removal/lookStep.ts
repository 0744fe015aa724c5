import { isSameTarget, removalTarget, type RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { Reason } from '../../../shared/jobs/reason.ts';
import { goOn, type JobHandler } from '../../outbox/job.ts';
import { devicesOf } from '../jobs/jobDevices.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { firstDeletion, REMOVAL } from './deregisterJob.ts';
import { settleRemoval, stopRemoval } from './endRemoval.ts';
import { findRecordsOfMany, isFailure } from './findRecordsOfMany.ts';
import { leftInEntra, removalPlanOf } from './removalRecords.ts';

const TAKES = 20;

/**
 * The first step of a device that was confirmed together with others: between the plan and the run hours may pass, and its
 * records are deleted only where they are those that were shown, and beyond doubt.
 */
export function createLookStep(context: ServiceContext): JobHandler {
  const { connections, devices, publish, removals, store } = context;
  return {
    kind: REMOVAL,
    step: 'look',
    takes: TAKES,
    async run(leased, { settle, signal, jitter }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      const entries = devicesOf(devices, leased, settle);
      const found = await findRecordsOfMany(
        client,
        devices,
        entries.map(({ device }) => device),
        signal,
      );
      for (const { job, device } of entries) {
        const records = found.get(device.id);
        const ended = { job, device, settle };
        if (records === undefined) continue;
        if (isFailure(records)) {
          settleRemoval(context, ended, judgeFailure(records, job.attempts, pace, jitter));
          continue;
        }
        const confirmed = removalTarget.parse(job.payload);
        const plan = removalPlanOf(device, '', records);
        const change = changeOf(confirmed, plan.target, plan.doubts.length > 0);
        if (change !== null) {
          stopRemoval(context, ended, change);
          continue;
        }
        store.write(() => {
          removals.leave(device.id, leftInEntra(plan));
          settle(job, goOn(firstDeletion(confirmed), 0, { code: 'removal.looked' }, {}));
        });
      }
      publish('devices.changed');
    },
  };
}

function changeOf(confirmed: RemovalTarget, now: RemovalTarget, isDoubtful: boolean): Reason | null {
  if (!isSameTarget(confirmed, now)) return { code: 'removal.changedSince' };
  return isDoubtful ? { code: 'removal.doubtfulSince' } : null;
}
