import { AppError } from '../../../shared/outcome/appError.ts';
import type { RemovalHandlers } from '../../../shared/api/contract/removal.ts';
import { isEmptyTarget } from '../../../shared/removal/bulkRemovalPlan.ts';
import { isSameTarget, type RemovalPlan, type RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { beginRemoval, causeOf } from './beginRemoval.ts';
import { createBulkRemovalService } from './bulkRemovalService.ts';
import { deregisterJob } from './deregisterJob.ts';
import { createDeregisterSteps } from './deregisterSteps.ts';
import { forgetWhatIsGone } from './forgetWhatIsGone.ts';
import { createIntuneRecordService } from './intuneRecordService.ts';
import { createIntuneRecordSteps } from './intuneRecordSteps.ts';
import { createLookStep } from './lookStep.ts';
import { refuseUnconfirmed } from './refuseUnconfirmed.ts';
import { findRemovalRecords } from './findRemovalRecords.ts';
import { createRemovalRecordService } from './removalRecordService.ts';
import { leftInEntra, removalPlanOf } from './removalRecords.ts';

/** What the jobs of a removal do, step by step. */
export const createRemovalSteps = (context: ServiceContext): readonly JobHandler[] => [
  createLookStep(context),
  ...createDeregisterSteps(context),
  ...createIntuneRecordSteps(context),
];

/** Deregistration: shown before it happens, confirmed by the serial number and the ids that were shown, and done by these. */
export function createRemovalService(context: ServiceContext): RemovalHandlers {
  const { audit, connections, devices, history, publish, removals, store, tenants, who } = context;

  async function planFor(device: DeviceRecord, signal: AbortSignal): Promise<RemovalPlan> {
    const { client } = await connections.connectionTo(device.tenantId);
    const found = await findRemovalRecords(client, devices, device, signal);
    return removalPlanOf(device, tenants.get(device.tenantId)?.name ?? '', found);
  }

  function deviceWith(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device !== null) return device;
    throw new AppError('not-found', 'This device is not in the queue.');
  }

  function refuseOther(plan: RemovalPlan, target: RemovalTarget, acceptsDoubts: boolean): void {
    if (!isSameTarget(plan.target, target)) {
      throw new AppError('conflict', 'The records have changed since they were shown; nothing was deleted.', {
        remedy: 'Look at the records as they are now, then confirm again.',
      });
    }
    if (isEmptyTarget(plan.target)) {
      throw new AppError('conflict', 'Neither Intune nor Windows Autopilot holds a record of the device.');
    }
    if (plan.doubts.length > 0 && !acceptsDoubts) {
      throw new AppError('blocked', plan.doubts.join(' '), {
        remedy: 'Compare the records, and accept this where they are this device’s all the same.',
      });
    }
  }

  return {
    ...createIntuneRecordService(context),
    ...createBulkRemovalService(context),
    ...createRemovalRecordService(context),
    'removal.plan': ({ deviceId }) =>
      forPerson(async (signal) => {
        const device = deviceWith(deviceId);
        const plan = await planFor(device, signal);
        forgetWhatIsGone(context, device, plan.target);
        return plan;
      }),
    'removal.deregister': ({ deviceId, confirmedSerialNumber, target, acceptsDoubts, reason, note }) =>
      forPerson(async (signal) => {
        const cause = causeOf(reason, note);
        refuseUnconfirmed(context, deviceWith(deviceId), confirmedSerialNumber);
        const plan = await planFor(deviceWith(deviceId), signal);
        refuseOther(plan, target, acceptsDoubts);
        store.write(() => {
          const device = deviceWith(deviceId);
          refuseUnconfirmed(context, device, confirmedSerialNumber);
          beginRemoval(context, { device, target, cause, job: deregisterJob(device, target) });
          removals.leave(deviceId, leftInEntra(plan));
        });
        publish('devices.changed');
        return { queued: 1, refused: [] };
      }),
    'removal.recordAccountDeleted': ({ deviceId }) => {
      store.write(() => {
        const device = deviceWith(deviceId);
        if (device.computerAccount === null) return;
        const sentence = `The computer account ${device.computerAccount} was deleted in Active Directory.`.replace(
          '  ',
          ' ',
        );
        devices.change(deviceId, { computerAccount: null });
        removals.accountDeleted(deviceId, who());
        history.add({ deviceId, subject: 'registration', sentence, source: who() });
        audit.add({
          who: who(),
          action: 'removal.recordAccountDeleted',
          devices: [deviceId],
          sentence: `${deviceTitle(device)}: ${sentence}`,
        });
      });
      publish('devices.changed');
      return {};
    },
  };
}
