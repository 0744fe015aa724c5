import { AppError } from '../../../shared/outcome/appError.ts';
import type { RemovalHandlers } from '../../../shared/api/contract/removal.ts';
import type { RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { nothingAtMicrosoft } from '../registration/beginAnew.ts';
import { createDeregisterSteps, deregisterJob } from './deregisterSteps.ts';
import { createIntuneRecordService } from './intuneRecordService.ts';
import { createIntuneRecordSteps } from './intuneRecordSteps.ts';
import { refuseUnconfirmed } from './refuseUnconfirmed.ts';
import { findRemovalRecords } from './findRemovalRecords.ts';
import { changeRegistration } from '../registration/registrationHistory.ts';
import { removalPlanOf, type RemovalPlan } from './removalRecords.ts';

/** What the jobs of a removal do, step by step. */
export const createRemovalSteps = (context: ServiceContext): readonly JobHandler[] => [
  ...createDeregisterSteps(context),
  ...createIntuneRecordSteps(context),
];

/** Deregistration: shown before it happens, confirmed by the serial number and the ids that were shown, and done by these. */
export function createRemovalService(context: ServiceContext): RemovalHandlers {
  const { audit, connections, devices, history, jobs, jobList, outbox, publish, store, tenants, who } = context;

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

  /**
   * Every plan reads the records that a deregistration elsewhere has left. Once none is left, the next step stops
   * asking for their removal.
   */
  function forgetWhatIsGone({ id, registration }: DeviceRecord, target: RemovalTarget): void {
    if (registration !== 'removed' || !isEmpty(target)) return;
    devices.change(id, nothingAtMicrosoft);
    publish('devices.changed');
  }

  function refuseOther(plan: RemovalPlan, target: RemovalTarget, acceptsDoubts: boolean): void {
    if (!isSameTarget(plan.target, target)) {
      throw new AppError('conflict', 'The records have changed since they were shown; nothing was deleted.', {
        remedy: 'Look at the records as they are now, then confirm again.',
      });
    }
    if (isEmpty(plan.target)) {
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
    'removal.plan': ({ deviceId }) =>
      forPerson(async (signal) => {
        const device = deviceWith(deviceId);
        const plan = await planFor(device, signal);
        forgetWhatIsGone(device, plan.target);
        return plan;
      }),
    'removal.deregister': ({ deviceId, confirmedSerialNumber, target, acceptsDoubts }) =>
      forPerson(async (signal) => {
        refuseUnconfirmed(context, deviceWith(deviceId), confirmedSerialNumber);
        refuseOther(await planFor(deviceWith(deviceId), signal), target, acceptsDoubts);
        store.write(() => {
          const device = deviceWith(deviceId);
          refuseUnconfirmed(context, device, confirmedSerialNumber);
          for (const job of jobList.page({ deviceIds: [deviceId], states: ['waiting', 'retrying'] })) {
            jobs.cancel(job.id, { code: 'removal.begun' });
          }
          const sentence = `Deregistration of ${deviceTitle(device)} confirmed.`;
          changeRegistration(context, device, 'removing', {
            sentence,
            source: who(),
            change: target.autopilot === null ? {} : { ztdId: target.autopilot.id },
          });
          audit.add({ who: who(), action: 'removal.deregister', sentence });
          outbox.enqueue(deregisterJob(device, target));
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
        history.add({ deviceId, subject: 'registration', sentence, source: who() });
        audit.add({
          who: who(),
          action: 'removal.recordAccountDeleted',
          sentence: `${deviceTitle(device)}: ${sentence}`,
        });
      });
      publish('devices.changed');
      return {};
    },
  };
}

const isEmpty = ({ autopilot, intune }: RemovalTarget): boolean => autopilot === null && intune === null;

function isSameTarget(one: RemovalTarget, other: RemovalTarget): boolean {
  return (
    isSameRecord(one.autopilot, other.autopilot) &&
    isSameRecord(one.intune, other.intune) &&
    one.computerAccount === other.computerAccount
  );
}

function isSameRecord(one: RemovalTarget['intune'], other: RemovalTarget['intune']): boolean {
  return one?.id === other?.id && one?.serialNumber === other?.serialNumber;
}
