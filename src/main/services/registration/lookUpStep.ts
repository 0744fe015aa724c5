import { collect } from '../../graph/paging.ts';
import { findAutopilotDevices } from '../../graph/resources/autopilotDevices.ts';
import { listImportedDevices, type ImportedDevice } from '../../graph/resources/importedDevices.ts';
import { goOn, type JobHandler } from '../../outbox/job.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { ownRow } from '../tracking/ownRow.ts';
import { devicesOf } from '../jobs/jobDevices.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { submissionOf, unsent, type Submission } from './submission.ts';
import { changeRegistration, stillOnTheWay } from './registrationHistory.ts';
import { FIRST_IMPORT_LOOK_MS, IMPORT_LOOK_EVERY_MS } from './waits.ts';

/**
 * How long to wait while the list keeps ending early. Then the import is sent again; Microsoft refuses a second one
 * with 806.
 */
const CUT_OFF_PATIENCE_MS = 10 * 60_000;

/** Finds out whether an import whose answer never came has reached Microsoft; only where it has not is it sent again. */
export function createLookUpStep(context: ServiceContext): JobHandler {
  const { connections, devices, store, publish } = context;
  return {
    kind: 'register',
    step: 'lookUp',
    takes: 1_000,
    async run(leased, { signal, settle }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      const records = await collect(listImportedDevices(client, signal));
      for (const { job, device } of devicesOf(devices, leased, settle)) {
        const progress = submissionOf(job);
        const record = ownRecord(records.rows, device.serialNumber, progress);
        if (record !== null) {
          store.write(() => {
            const now = stillOnTheWay(context, device);
            if (now?.registration === 'queued') {
              changeRegistration(context, now, 'submitted', { sentence: 'Microsoft has it.', source: 'Microsoft' });
            }
            const next = { ...progress, recordId: record.id, waitedMs: 0 };
            settle(job, goOn('confirm', pace(FIRST_IMPORT_LOOK_MS), { code: 'registration.received' }, next));
          });
          continue;
        }
        const listed = ownRow(devices, device, await findAutopilotDevices(client, device.serialNumber, signal));
        if (listed !== null) {
          settle(
            job,
            goOn('appear', 0, { code: 'registration.found' }, { ...progress, waitedMs: 0, ztdId: listed.id }),
          );
        } else if (!records.isWhole && progress.waitedMs < CUT_OFF_PATIENCE_MS) {
          const waitedMs = progress.waitedMs + IMPORT_LOOK_EVERY_MS;
          settle(
            job,
            goOn(
              'lookUp',
              pace(IMPORT_LOOK_EVERY_MS),
              { code: 'registration.importsCutOff' },
              { ...progress, waitedMs },
            ),
          );
        } else {
          settle(job, goOn('send', 0, { code: 'registration.notReceived' }, unsent(progress)));
        }
      }
      publish('devices.changed');
    },
  };
}

/** The import record that this program made for a device, where its number was never heard. */
export function ownRecord(
  records: readonly ImportedDevice[],
  serialNumber: string | null,
  progress: Pick<Submission, 'importId' | 'olderRecordIds'>,
): ImportedDevice | null {
  const ofSerial = records.filter((record) => foldSerial(record.serialNumber) === foldSerial(serialNumber));
  // Graph does not always keep the import id, so a record that was certainly not there before counts as well.
  return (
    ofSerial.find(({ importId }) => importId !== null && importId === progress.importId) ??
    ofSerial.find(({ id }) => progress.olderRecordIds?.includes(id) === false) ??
    null
  );
}
