import { z } from 'zod';
import { PENDING_REMOVAL, type Association } from '../../../shared/identifiers/association.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { associateDevice, listAssociatedDevices } from '../../graph/resources/associatedDevices.ts';
import { done, failed, goOn, type JobHandler, type JobResult, type JobRun } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { associationRow } from './listRows.ts';

const KIND = 'associate';
/** One list of what is associated serves all of them. */
const TAKES = 100;
const LOOK_EVERY_MS = 5_000;
/** A device is associated within seconds; after five minutes it is not on its way any more. */
const PATIENCE_MS = 300_000;

const payload = z.object({ linkId: z.string(), policyId: z.string().nullable().default(null) });
const progress = z.object({
  /** Kept before the DeviceLink is sent, so that it is looked for before it is sent again. */
  isSent: z.boolean().default(false),
  associationId: z.string().nullable().default(null),
  waitedMs: z.number().default(0),
});
type Progress = z.infer<typeof progress>;

/** The wish to bind a device to the tenant by its DeviceLink; the same link twice is one job. */
export const associateJob = (link: {
  readonly linkId: string;
  readonly tenantId: string;
  readonly deviceId: string | null;
  readonly serialNumber: string | null;
  /** The policy of device preparation to bind it to; null leaves that to Microsoft. */
  readonly policyId: string | null;
  readonly batchId?: string;
}): NewJob => ({
  kind: KIND,
  step: 'send',
  wish: `${KIND}:${link.linkId}`,
  tenantId: link.tenantId,
  deviceId: link.deviceId,
  act: { code: 'identifiers.associate', serialNumber: link.serialNumber },
  payload: { linkId: link.linkId, policyId: link.policyId },
  ...(link.batchId === undefined ? {} : { batchId: link.batchId }),
});

interface Entry {
  readonly job: StoredJob;
  readonly linkId: string;
  readonly policyId: string | null;
  readonly before: Progress;
  /** What the tenant lists for it; null where it lists none. */
  readonly held: Association | null;
}

/** Where Microsoft's side is as wished: the association where it is known, and whether this job made it. */
interface Associated {
  readonly association: Association | null;
  readonly isNew: boolean;
}

type Result = JobResult | Associated;

/**
 * Associates devices with the tenant for device preparation (beta), then reads back until each is listed. What is associated
 * already is as good as done. Each step reads the list first, so it may be repeated.
 */
export function createAssociateSteps(context: ServiceContext): readonly JobHandler[] {
  const { associations, connections, deviceLinks, devices, publish, store, history } = context;

  function finish({ job, linkId }: Entry, { association, isNew }: Associated, settle: JobRun['settle']): void {
    const { deviceId, tenantId } = job;
    deviceLinks.remove(linkId);
    if (association !== null) associations.put(tenantId, associationRow(association));
    if (deviceId !== null) {
      // The link is a secret and goes; that the device had one tells what it is for.
      devices.markAssociated(deviceId);
      const sentence = isNew ? 'Associated with the tenant by DeviceLink.' : 'It was associated with a tenant already.';
      history.add({ deviceId, subject: 'change', sentence, source: 'Microsoft' });
    }
    settle(job, done(isNew ? null : { code: 'identifiers.associatedBefore' }));
  }

  const step = (
    name: string,
    work: (entry: Entry, client: GraphClient, run: JobRun, pace: (milliseconds: number) => number) => Promise<Result>,
  ): JobHandler => ({
    kind: KIND,
    step: name,
    takes: TAKES,
    async run(leased, run) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      const { rows } = await listAssociatedDevices(client, run.signal);
      for (const job of leased) {
        const entry: Entry = {
          job,
          ...payload.parse(job.payload),
          before: progress.parse(job.progress),
          held: heldOf(job, rows),
        };
        const result = await work(entry, client, run, pace).catch((error: unknown) => {
          if (!(error instanceof GraphError)) throw error;
          return judgeFailure(error, job.attempts, pace, run.jitter);
        });
        store.write(() => {
          if ('type' in result) run.settle(job, result);
          else finish(entry, result, run.settle);
        });
      }
      publish('devices.changed');
    },
  });

  return [
    step('send', async (entry, client, { keep, signal }, pace) => {
      const { job, linkId, policyId, before, held } = entry;
      if (held !== null) return { association: held, isNew: before.isSent };
      const deviceLink = deviceLinks.get(linkId);
      if (deviceLink === null) return failed({ code: 'identifiers.linkGone' });
      keep(job, { ...before, isSent: true });
      const answer = await associateDevice(client, deviceLink, policyId, signal);
      if (answer !== 'conflict') return lookLater(pace, { ...before, isSent: true, associationId: answer.id });
      // It may be on its way into the list by an attempt that was cut off.
      if (before.isSent) return lookLater(pace, before);
      // Without a serial number nobody can tell whether the list has it.
      if (serialOf(job) === null) return { association: null, isNew: false };
      return failed({ code: 'identifiers.conflict' }, {});
    }),
    step('confirm', ({ before, held }, _client, _run, pace) => {
      if (held !== null) return Promise.resolve({ association: held, isNew: true });
      const waitedMs = before.waitedMs + LOOK_EVERY_MS;
      const isOver = waitedMs > PATIENCE_MS;
      return Promise.resolve(
        isOver ? failed({ code: 'identifiers.associationNotShown' }, {}) : lookLater(pace, { ...before, waitedMs }),
      );
    }),
  ];
}

const lookLater = (pace: (milliseconds: number) => number, next: Progress): JobResult =>
  goOn('confirm', pace(LOOK_EVERY_MS), { code: 'identifiers.associating' }, next);

/** The association that a job made, or that the device has; one that is being removed is none. */
function heldOf(job: StoredJob, rows: readonly Association[]): Association | null {
  const { associationId } = progress.parse(job.progress);
  const serialNumber = serialOf(job);
  const held = rows.find(
    (row) =>
      row.id === associationId || (serialNumber !== null && foldSerial(row.serialNumber) === foldSerial(serialNumber)),
  );
  return held === undefined || held.state === PENDING_REMOVAL ? null : held;
}

/** That of the link, else that of the device which has it. */
const serialOf = ({ act, serialNumber }: StoredJob): string | null =>
  (act.code === 'identifiers.associate' ? act.serialNumber : null) ?? serialNumber;
