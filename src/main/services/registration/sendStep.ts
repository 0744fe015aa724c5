import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  checkBeforeSending,
  sendingProblemWords,
  type SendingProblem,
} from '../../../shared/hashes/checkBeforeSending.ts';
import { isConsentMissing } from '../../../shared/consent/consent.ts';
import type { registrationReason } from '../../../shared/registration/registrationWords.ts';
import { GraphError, type GraphErrorKind } from '../../graph/graphError.ts';
import { collect } from '../../graph/paging.ts';
import {
  importDevices,
  listImportedDevices,
  type DeviceToImport,
  type ImportedDevice,
} from '../../graph/resources/importedDevices.ts';
import { failed, goOn, waitFor, type JobHandler, type JobRun } from '../../outbox/job.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { sha256 } from '../hashes/hashInspector.ts';
import { recordDevice } from '../tracking/recordDevice.ts';
import { usersFor } from './importUsers.ts';
import { devicesOf, type DeviceJob } from '../jobs/jobDevices.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { createPresence } from './presence.ts';
import { submissionOf, unsent, type Submission } from './submission.ts';
import { changeOnTheWay } from './registrationHistory.ts';
import { FIRST_IMPORT_LOOK_MS, UNCONFIRMED_IMPORT_MS } from './waits.ts';

/** It was marked after its registration was queued. */
const DONOR_SENTENCE = 'It is marked “never register again”.';

/** Microsoft states no limit for an import; a hundred hashes are some 420 kB. */
const DEVICES_PER_IMPORT = 100;

/** Failures after which it is certain that Microsoft did nothing. Any other may hide a success. */
const certainlyNothing: ReadonlySet<GraphErrorKind> = new Set([
  'offline',
  'throttled',
  'unauthorized',
  'forbidden',
  'badRequest',
  'notFound',
]);

/** Sends queued devices to Microsoft, up to a hundred at once, while no other batch of the tenant is on its way. */
export function createSendStep(context: ServiceContext): JobHandler {
  const { captures, connections, consents, devices, donorMarks, jobs, ports, publish, store } = context;
  const presence = createPresence(ports.clock, devices);

  return {
    kind: 'register',
    step: 'send',
    takes: DEVICES_PER_IMPORT,
    hold(tenantId) {
      const { state, way } = consents.countedOf(tenantId);
      // It was withdrawn, or first asked for, after they were queued.
      if (isConsentMissing({ state })) return { code: 'registration.consentMissing', state, way };
      return ['confirm', 'lookUp'].some((step) => jobs.isAnyUnfinished({ tenantId, kind: 'register', step }))
        ? { code: 'registration.afterOtherBatch' }
        : null;
    },
    async run(leased, run) {
      const tenantId = leased[0]?.tenantId ?? '';
      const { client, pace } = await connections.connectionTo(tenantId);
      const entries = devicesOf(devices, leased, run.settle);
      // Kept before an import that was then interrupted: whether Microsoft has it must be looked up first.
      const interrupted = entries.filter(({ job }) => submissionOf(job).importId !== null);
      store.write(() => {
        for (const { job } of interrupted) run.settle(job, lookUpLater(submissionOf(job), pace));
      });

      const registered = await presence.find(
        client,
        pace,
        tenantId,
        entries.map(({ device }) => device),
        run.signal,
      );
      store.write(() => {
        for (const { job, device } of entries) {
          const seen = registered.get(device.id);
          if (seen === undefined || interrupted.some((entry) => entry.job.id === job.id)) continue;
          recordDevice(context, device.id, seen);
          run.settle(
            job,
            goOn('appear', 0, { code: 'registration.alreadyThere' }, { ...submissionOf(job), ztdId: seen.id }),
          );
        }
      });
      const isOpen = ({ job, device }: DeviceJob): boolean =>
        !registered.has(device.id) && !interrupted.some((entry) => entry.job.id === job.id);
      const { batch, later } = oneBatchOf(entries.filter(isOpen), interrupted.length > 0);
      store.write(() => {
        for (const { job } of later) run.settle(job, waitFor(0, { code: 'registration.afterOtherBatch' }));
      });
      if (batch.length > 0) await send(batch, run);
      publish('devices.changed');
    },
  };

  async function send(batch: readonly DeviceJob[], run: JobRun): Promise<void> {
    const { client, pace } = await connections.connectionTo(batch[0]?.job.tenantId ?? '');
    const importId = randomUUID();
    const before = await collect(listImportedDevices(client, run.signal));
    const users = await usersFor(
      client,
      batch.map(({ device }) => device),
      run.signal,
    );
    const rows: DeviceToImport[] = [];
    const sent: { readonly entry: DeviceJob; readonly progress: Submission }[] = [];
    store.write(() => {
      for (const entry of batch) {
        const { job, device } = entry;
        const mark = donorMarks.ofDevice(device);
        if (mark !== null) {
          run.settle(job, failed({ code: 'registration.neverAgain', why: mark.reason }));
          changeOnTheWay(context, device, 'none', { sentence: DONOR_SENTENCE, source: 'Reseal' });
          continue;
        }
        const hardwareHash = captures.hardwareHashOf(device.id);
        // Whoever has a hash has a serial number: Microsoft refuses hashes without one.
        if (hardwareHash === null || device.serialNumber === null) {
          run.settle(job, failed({ code: 'registration.withoutHash' }));
          changeOnTheWay(context, device, 'none', { sentence: 'It has no hardware hash.', source: 'Reseal' });
          continue;
        }
        const problem = checkBeforeSending(hardwareHash, device.serialNumber, sha256);
        if (problem !== null) {
          run.settle(job, failed(reasonOf(problem)));
          const sentence = sendingProblemWords(problem);
          const registrationError = { code: null, name: null, message: sentence };
          changeOnTheWay(context, device, 'failed', { sentence, source: 'Reseal', change: { registrationError } });
          continue;
        }
        rows.push({
          serialNumber: device.serialNumber,
          hardwareHash,
          productKeyId: device.productKeyId,
          groupTag: device.groupTag,
          assignedUserPrincipalName: users.get(device.id) ?? null,
          importId,
        });
        const older = before.rows.filter(
          ({ serialNumber }) => foldSerial(serialNumber) === foldSerial(device.serialNumber),
        );
        const progress: Submission = {
          ...submissionOf(job),
          importId,
          sentAt: ports.clock.now().toISOString(),
          olderRecordIds: before.isWhole ? older.map(({ id }) => id) : null,
          submissions: submissionOf(job).submissions + 1,
        };
        run.keep(job, progress);
        sent.push({ entry, progress });
      }
    });
    if (rows.length === 0) return;
    let answers: readonly ImportedDevice[];
    try {
      answers = await importDevices(client, rows, run.signal);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (!certainlyNothing.has(error.kind)) {
        store.write(() => {
          for (const { entry, progress } of sent) run.settle(entry.job, lookUpLater(progress, pace));
        });
        return;
      }
      // Nothing happened there: the next attempt begins anew, and smaller where the batch was not understood.
      const isHalved = error.kind === 'badRequest' && sent.length > 1;
      const batchSize = isHalved ? Math.ceil(sent.length / 2) : null;
      store.write(() => {
        for (const { entry, progress } of sent) {
          const fresh = { ...unsent(progress), submissions: progress.submissions - 1 };
          if (isHalved) run.settle(entry.job, waitFor(0, { code: 'registration.inHalves' }, { ...fresh, batchSize }));
          else run.keep(entry.job, fresh);
        }
      });
      if (isHalved) return;
      throw error;
    }
    const recordIds = matchRecords(rows, answers);
    store.write(() => {
      for (const [index, { entry, progress }] of sent.entries()) {
        const recordId = recordIds[index];
        // Half of an import may be taken and nothing said about the rest.
        if (recordId === undefined) {
          run.settle(entry.job, lookUpLater(progress, pace));
          continue;
        }
        changeOnTheWay(context, entry.device, 'submitted', { sentence: 'Sent to Microsoft.', source: 'Reseal' });
        run.settle(
          entry.job,
          goOn('confirm', pace(FIRST_IMPORT_LOOK_MS), { code: 'registration.sent' }, { ...progress, recordId }),
        );
      }
    });
  }
}

function reasonOf(problem: SendingProblem): z.infer<typeof registrationReason> {
  if (problem.kind === 'damaged') return { code: 'registration.hashDamaged' };
  const { serialNumber, inHash } = problem;
  return { code: 'registration.hashOfOther', serialNumber, inHash };
}

const lookUpLater = (progress: Submission, pace: (milliseconds: number) => number) =>
  goOn('lookUp', pace(UNCONFIRMED_IMPORT_MS), { code: 'registration.uncertain' }, progress);

/** The devices that go together now: no serial number twice, and no more than Microsoft last took. */
export function oneBatchOf(
  open: readonly DeviceJob[],
  isBlocked: boolean,
): { readonly batch: readonly DeviceJob[]; readonly later: readonly DeviceJob[] } {
  const sizes = open.flatMap(({ job }) => submissionOf(job).batchSize ?? []);
  const size = isBlocked ? 0 : Math.min(DEVICES_PER_IMPORT, ...sizes);
  const batch = new Map<string, DeviceJob>();
  for (const entry of open) {
    const serial = foldSerial(entry.device.serialNumber);
    if (batch.size < size && !batch.has(serial)) batch.set(serial, entry);
  }
  const chosen = new Set(batch.values());
  return { batch: [...chosen], later: open.filter((entry) => !chosen.has(entry)) };
}

/** The record of each row: by serial number, which a batch holds only once. */
export function matchRecords(
  rows: readonly Pick<DeviceToImport, 'serialNumber'>[],
  answers: readonly Pick<ImportedDevice, 'id' | 'serialNumber'>[],
): readonly (string | undefined)[] {
  const bySerial = new Map(answers.map(({ id, serialNumber }) => [foldSerial(serialNumber), id]));
  // An answer without serial numbers still comes in the order sent, when it is complete.
  const isInOrder = answers.length === rows.length && answers.every(({ serialNumber }) => serialNumber === null);
  return rows.map(({ serialNumber }, index) =>
    isInOrder ? answers[index]?.id : bySerial.get(foldSerial(serialNumber)),
  );
}
