import { AppError } from '../../../shared/outcome/appError.ts';
import type { RemovalHandlers } from '../../../shared/api/contract/removal.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { IntuneRecordPlan, IntuneRecordTarget } from '../../../shared/removal/intuneRecordPlan.ts';
import { intuneLossWords, removalDoubtWords, type IntuneLoss } from '../../../shared/removal/removalWords.ts';
import { getManagedDevice, type ManagedDevice } from '../../graph/resources/managedDevices.ts';
import { unknownDevice } from '../devices/deviceViews.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { findAutopilotRecord } from './findRemovalRecords.ts';
import { intuneRecordJob } from './intuneRecordSteps.ts';
import { recordIsGone } from './recordIsGone.ts';
import { refuseUnconfirmed } from './refuseUnconfirmed.ts';
import { removalDoubts } from './removalDoubts.ts';

type Answers = Pick<RemovalHandlers, 'removal.planIntuneRecord' | 'removal.deleteIntuneRecord'>;

/** The Intune record alone: shown with what is lost, confirmed by the serial number, and deleted by its exact id. */
export function createIntuneRecordService(context: ServiceContext): Answers {
  const { audit, connections, devices, history, outbox, publish, store, tenants, who } = context;

  function deviceWith(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device === null) throw unknownDevice();
    return device;
  }

  /** The record that Autopilot names, or the one that it named last; never one that only a name or a serial number finds. */
  async function planFor(device: DeviceRecord, signal: AbortSignal): Promise<IntuneRecordPlan> {
    const { client } = await connections.connectionTo(device.tenantId);
    const autopilot = await findAutopilotRecord(client, devices, device, signal);
    const id = autopilot?.managedDeviceId ?? device.managedDeviceId;
    const managed = id === null ? null : await getManagedDevice(client, id, signal);
    if (id !== null && managed === null && device.managedDeviceId !== null) {
      store.write(() => recordIsGone(context, device.id, id));
      publish('devices.changed');
    }
    return planOf(device, tenants.get(device.tenantId)?.name ?? '', managed);
  }

  return {
    'removal.planIntuneRecord': ({ deviceId }) => forPerson((signal) => planFor(deviceWith(deviceId), signal)),
    'removal.deleteIntuneRecord': ({ deviceId, confirmedSerialNumber, target, acceptsDoubts }) =>
      forPerson(async (signal) => {
        refuseUnconfirmed(context, deviceWith(deviceId), confirmedSerialNumber);
        refuseOther(await planFor(deviceWith(deviceId), signal), target, acceptsDoubts);
        store.write(() => {
          const device = deviceWith(deviceId);
          refuseUnconfirmed(context, device, confirmedSerialNumber);
          if (device.bench === 'running') {
            throw new AppError('conflict', 'A flow is running on this device. Record its result first.');
          }
          const sentence = `Deletion of the Intune record of ${deviceTitle(device)} confirmed.`;
          history.add({ deviceId, subject: 'enrollment', sentence, source: who() });
          audit.add({ who: who(), action: 'removal.deleteIntuneRecord', sentence, devices: [deviceId] });
          outbox.enqueue(intuneRecordJob(device, target));
        });
        publish('devices.changed');
        return { queued: 1, refused: [] };
      }),
  };
}

function planOf(device: DeviceRecord, tenant: string, managed: ManagedDevice | null): IntuneRecordPlan {
  const doubts = removalDoubts(device, { autopilot: null, managed });
  const losses = managed === null ? [] : lossesOf(managed);
  const target = managed === null ? null : targetOf(managed);
  return {
    deviceId: device.id,
    serialNumber: deviceTitle(device),
    tenant,
    record:
      managed === null
        ? null
        : {
            id: managed.id,
            name: managed.deviceName,
            serialNumber: managed.serialNumber,
            user: managed.userPrincipalName,
            enrolledAt: managed.enrolledAt,
            lastSeenAt: managed.lastSyncAt,
            compliance: managed.complianceState,
            isEncrypted: managed.isEncrypted,
          },
    target,
    doubts: doubts.map(removalDoubtWords),
    losses: losses.map(intuneLossWords),
    codes: { doubts, losses },
  };
}

const targetOf = ({ id, serialNumber, userPrincipalName, lastSyncTold }: ManagedDevice): IntuneRecordTarget => ({
  managedDeviceId: id,
  serialNumber,
  hasUser: userPrincipalName !== null,
  contactTold: lastSyncTold,
});

function lossesOf({ userPrincipalName, isEncrypted }: ManagedDevice): IntuneLoss[] {
  return [
    ...(userPrincipalName === null ? [] : [{ code: 'removal.losesUse' } as const]),
    { code: 'removal.losesManagement' },
    ...(isEncrypted === true ? [{ code: 'removal.recoveryKey' } as const] : []),
    { code: 'removal.mustReset' },
  ];
}

function refuseOther(plan: IntuneRecordPlan, target: IntuneRecordTarget, acceptsDoubts: boolean): void {
  if (plan.target === null) throw new AppError('conflict', 'Intune holds no record of the device any more.');
  const { managedDeviceId, serialNumber, hasUser, contactTold } = plan.target;
  const isUsed = hasUser && (!target.hasUser || contactTold !== target.contactTold);
  if (managedDeviceId !== target.managedDeviceId || serialNumber !== target.serialNumber || isUsed) {
    throw new AppError('conflict', 'The record has changed since it was shown, or the device was in use.', {
      remedy: 'Look at the record as it is now, then confirm again.',
    });
  }
  if (plan.doubts.length > 0 && !acceptsDoubts) {
    throw new AppError('blocked', plan.doubts.join(' '), {
      remedy: 'Compare the record, and accept this where it is this device’s all the same.',
    });
  }
}
