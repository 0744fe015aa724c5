import { AppError } from '../../../shared/api/appError.ts';
import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { DeviceRecord } from '../../../shared/device/device.ts';
import { deviceTitle } from '../../../shared/device/deviceTitle.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { deregisterJob } from './deregisterSteps.ts';
import { foldSerial } from './jobDevices.ts';
import { readRecords } from './readRecords.ts';
import { changeRegistration } from './registrationHistory.ts';
import { isHybridJoined, removalPlanOf, type FoundRecords } from './removalRecords.ts';

type RemovalProcedures = 'registration.removalPlan' | 'registration.deregister';

/** Deregistration: shown before it happens, confirmed by the serial number, and done by exact ids. */
export function createRemovalService(context: MicrosoftContext): HandlersOf<RemovalProcedures> {
  const { audit, connections, devices, jobs, jobList, outbox, publish, store, who } = context;

  async function look(device: DeviceRecord): Promise<FoundRecords> {
    const { client } = await connections.connectionTo(device.tenantId);
    return readRecords(client, device, new AbortController().signal);
  }

  function deviceWith(id: string): DeviceRecord {
    const device = devices.get(id);
    if (device !== null) return device;
    throw new AppError('not-found', 'This device is not in the queue.');
  }

  return {
    'registration.removalPlan': ({ deviceId }) =>
      forPerson(async () => {
        const device = deviceWith(deviceId);
        return removalPlanOf(device, await look(device));
      }),
    'registration.deregister': ({ deviceId, confirmedSerialNumber, dryRun }) =>
      forPerson(async () => {
        const device = deviceWith(deviceId);
        const serialNumber = deviceTitle(device);
        if (foldSerial(confirmedSerialNumber) !== foldSerial(serialNumber)) {
          throw new AppError('invalid-input', 'The serial number typed is not that of this device.', {
            remedy: 'Type the serial number as the device page shows it.',
          });
        }
        const found = await look(device);
        if (found.autopilot === null) {
          return { queued: 0, refused: [{ serialNumber, reason: 'Windows Autopilot does not list the device.' }] };
        }
        if (dryRun) return { queued: 1, refused: [] };
        const records = {
          ztdId: found.autopilot.id,
          managedDeviceId: found.managed?.id ?? null,
          isHybrid: isHybridJoined(found),
        };
        store.write(() => {
          for (const job of jobList.page({ deviceIds: [deviceId], states: ['waiting', 'retrying'] })) {
            if (job.kind !== 'deregister') jobs.cancel(job.id, 'The device is being deregistered.');
          }
          const sentence = `Deregistration of ${serialNumber} confirmed.`;
          changeRegistration(context, device, 'removing', {
            sentence,
            source: who(),
            change: { ztdId: records.ztdId },
          });
          audit.add({ who: who(), action: 'registration.deregister', sentence });
          outbox.enqueue(deregisterJob(device, records));
        });
        publish('devices.changed');
        return { queued: 1, refused: [] };
      }),
  };
}
