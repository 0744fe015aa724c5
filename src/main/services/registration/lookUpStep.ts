import { allOf } from '../../graph/paging.ts';
import { findAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import { listImportedDevices, type ImportedDevice } from '../../graph/resources/importedDevices.ts';
import { goOn, type JobHandler } from '../../outbox/job.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { isSameDevice } from '../tracking/isSameDevice.ts';
import { devicesOf, foldSerial } from './jobDevices.ts';
import { progressOf, unsent, type RegisterProgress } from './registerProgress.ts';
import { changeRegistration } from './registrationHistory.ts';
import { FIRST_LOOK_MS } from './waits.ts';

/** Finds out whether an import whose answer never came has reached Microsoft; only where it has not is it sent again. */
export function createLookUpStep(context: MicrosoftContext): JobHandler {
  const { connections, devices, store, publish } = context;
  return {
    kind: 'register',
    step: 'lookUp',
    takes: 1_000,
    async run(leased, { signal, settle }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      const records = await allOf(listImportedDevices(client, signal));
      for (const { job, device } of devicesOf(devices, leased, settle)) {
        const progress = progressOf(job);
        const record = ownRecord(records, device.serialNumber, progress);
        if (record !== null) {
          store.write(() => {
            if (device.registration === 'queued') {
              changeRegistration(context, device, 'submitted', { sentence: 'Microsoft has it.', source: 'Microsoft' });
            }
            const next = { ...progress, recordId: record.id };
            settle(job, goOn('confirm', pace(FIRST_LOOK_MS), 'Microsoft has it, and processes it now.', next));
          });
          continue;
        }
        const listed = (await findAutopilotDevices(client, device.serialNumber, signal)).find((row) =>
          isSameDevice(device, row),
        );
        settle(
          job,
          listed === undefined
            ? goOn('send', 0, 'It had not reached Microsoft; it is sent again.', unsent(progress))
            : goOn('appear', 0, 'The device is registered.', { ...progress, ztdId: listed.id }),
        );
      }
      publish('devices.changed');
    },
  };
}

/** The import record that this program made for a device, where its number was never heard. */
export function ownRecord(
  records: readonly ImportedDevice[],
  serialNumber: string | null,
  progress: Pick<RegisterProgress, 'importId' | 'olderRecordIds'>,
): ImportedDevice | null {
  const ofSerial = records.filter((record) => foldSerial(record.serialNumber) === foldSerial(serialNumber));
  // Graph does not always keep the import id, so a record that was not there before counts as well.
  return (
    ofSerial.find(({ importId }) => importId !== null && importId === progress.importId) ??
    ofSerial.find(({ id }) => !progress.olderRecordIds.includes(id)) ??
    null
  );
}
