import { z } from 'zod';
import type { CorporateIdentifier } from '../../../shared/identifiers/corporateIdentifier.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import {
  identifierTextOf,
  importCorporateIdentifiers,
  searchCorporateIdentifiers,
} from '../../graph/resources/corporateIdentifiers.ts';
import { done, failed, type JobHandler, type JobResult } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import { lookAgain, type Look } from '../jobs/lookAgain.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { devicesOf, type DeviceJob } from '../jobs/jobDevices.ts';

const KIND = 'identifier';
/** Microsoft states no limit for an upload. */
const TAKES = 200;

const confirm: Look = {
  step: 'confirm',
  reason: { code: 'identifiers.uploaded' },
  inVain: { code: 'identifiers.notShown' },
};
const payload = z.object({ manufacturer: z.string(), model: z.string(), serialNumber: z.string() });
const identifierOf = (job: StoredJob): CorporateIdentifier => payload.parse(job.payload);

/** The wish to have a device known as corporate before it enrolls; a device has one such job at a time. */
export const uploadJob = (device: DeviceRecord, identifier: CorporateIdentifier, batchId: string): NewJob => ({
  kind: KIND,
  step: 'send',
  wish: `${KIND}:${device.id}`,
  tenantId: device.tenantId,
  deviceId: device.id,
  batchId,
  act: { code: 'identifiers.upload' },
  payload: identifier,
});

/** Uploads identifiers, then looks them up: the answer to an upload does not say what became of each. */
export function createUploadSteps({
  connections,
  devices,
  history,
  publish,
  store,
}: ServiceContext): readonly JobHandler[] {
  return [
    {
      kind: KIND,
      step: 'send',
      takes: TAKES,
      async run(leased, { settle, signal, jitter }) {
        const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
        for (const { entry, error } of await upload(client, devicesOf(devices, leased, settle), signal)) {
          const { job } = entry;
          settle(job, error === null ? lookAgain(job, pace, confirm) : uploadRefusal(error, job, pace, jitter));
        }
      },
    },
    {
      kind: KIND,
      step: 'confirm',
      takes: TAKES,
      async run(leased, { settle, signal }) {
        const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
        const entries = devicesOf(devices, leased, settle);
        const wanted = entries.map(({ job }) => identifierOf(job));
        const held = new Set(await searchCorporateIdentifiers(client, wanted, signal));
        store.write(() => {
          for (const { job, device } of entries) {
            if (!held.has(identifierTextOf(identifierOf(job)))) {
              settle(job, lookAgain(job, pace, confirm));
              continue;
            }
            const sentence = 'Intune holds the corporate identifier.';
            history.add({ deviceId: device.id, subject: 'change', sentence, source: 'Microsoft' });
            settle(job, done());
          }
        });
        publish('devices.changed');
      },
    },
  ];
}

interface Uploaded {
  readonly entry: DeviceJob;
  /** Null where Microsoft took it. */
  readonly error: GraphError | null;
}

/** One bad row fails a whole upload, so a refused one is sent again in halves until the bad rows stand alone. */
async function upload(
  client: GraphClient,
  entries: readonly DeviceJob[],
  signal: AbortSignal,
): Promise<readonly Uploaded[]> {
  if (entries.length === 0) return [];
  try {
    await importCorporateIdentifiers(
      client,
      entries.map(({ job }) => identifierOf(job)),
      signal,
    );
    return entries.map((entry) => ({ entry, error: null }));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.kind !== 'badRequest' || entries.length === 1) return entries.map((entry) => ({ entry, error }));
    const middle = Math.ceil(entries.length / 2);
    const first = await upload(client, entries.slice(0, middle), signal);
    return [...first, ...(await upload(client, entries.slice(middle), signal))];
  }
}

function uploadRefusal(
  error: GraphError,
  job: StoredJob,
  pace: (milliseconds: number) => number,
  jitter: number,
): JobResult {
  return error.kind === 'badRequest'
    ? failed({ code: 'identifiers.refused' })
    : judgeFailure(error, job.attempts, pace, jitter);
}
