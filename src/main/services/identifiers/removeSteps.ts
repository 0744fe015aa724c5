import { z } from 'zod';
import { PENDING_REMOVAL, type Association } from '../../../shared/identifiers/association.ts';
import { foldSerial } from '../../../shared/devices/foldSerial.ts';
import { partsOf, type HeldIdentifier } from '../../../shared/identifiers/heldIdentifier.ts';
import type { Reason } from '../../../shared/jobs/reason.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import { getAssociatedDevice, removeAssociatedDevice } from '../../graph/resources/associatedDevices.ts';
import { getCorporateIdentifier, removeCorporateIdentifier } from '../../graph/resources/corporateIdentifiers.ts';
import { done, failed, type JobHandler, type JobResult } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import { lookAgain } from '../jobs/lookAgain.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { associationRow } from './listRows.ts';

const TAKES = 20;

/** What a person saw and confirmed: the row by its id, and what it was called. */
const payload = z.object({ id: z.string(), shown: z.string() });
type Shown = z.infer<typeof payload>;

/** One of Microsoft’s lists, as far as a row of it can be removed. */
interface RemovableList<Held> {
  readonly kind: string;
  /** A row as Microsoft tells it now; null where there is none any more. */
  readonly read: (client: GraphClient, id: string, signal: AbortSignal) => Promise<Held | null>;
  readonly calledOf: (held: Held) => string | null;
  /** Whether what is called so now is what was shown. */
  readonly isSame: (called: string | null, shown: string) => boolean;
  /** Whether it is on its way out. */
  readonly isPending: (held: Held) => boolean;
  readonly remove: (client: GraphClient, id: string, signal: AbortSignal) => Promise<void>;
  /** Writes down that the row is gone, or on its way out as it is `held` now. */
  readonly removed: (context: ServiceContext, job: StoredJob, id: string, held: Held | null) => void;
}

const identifiers: RemovableList<HeldIdentifier> = {
  kind: 'removeIdentifier',
  read: getCorporateIdentifier,
  calledOf: ({ identifier }) => identifier,
  isSame: (called, shown) => called === shown,
  isPending: () => false,
  remove: removeCorporateIdentifier,
  removed({ history, identifiers: kept }, { tenantId, deviceId }, id) {
    kept.remove(tenantId, id);
    if (deviceId === null) return;
    const sentence = 'Intune holds its corporate identifier no more.';
    history.add({ deviceId, subject: 'change', sentence, source: 'Microsoft' });
  },
};

const associations: RemovableList<Association> = {
  kind: 'dissociate',
  read: getAssociatedDevice,
  calledOf: ({ serialNumber }) => serialNumber,
  isSame: (called, shown) => foldSerial(called) === foldSerial(shown),
  isPending: ({ state }) => state === PENDING_REMOVAL,
  remove: removeAssociatedDevice,
  removed({ associations: kept, devices, history }, { tenantId, deviceId }, id, held) {
    if (held === null) kept.remove(tenantId, id);
    else kept.put(tenantId, associationRow(held));
    if (deviceId === null) return;
    devices.markAssociated(deviceId, false);
    const sentence = 'It is associated with the tenant no more.';
    history.add({ deviceId, subject: 'change', sentence, source: 'Microsoft' });
  },
};

/** One row to be removed. */
export interface RowRemoval extends Shown {
  readonly tenantId: string;
  readonly batchId: string;
  /** The one device of the queue that is meant; null where there is none, or several. */
  readonly deviceId: string | null;
}

const jobOf = (
  { kind }: { readonly kind: string },
  { id, shown, tenantId, batchId, deviceId }: RowRemoval,
  act: NewJob['act'],
): NewJob => ({
  kind,
  step: 'send',
  wish: `${kind}:${tenantId}:${id}`,
  tenantId,
  deviceId,
  batchId,
  act,
  payload: { id, shown },
});

/** The wish to remove one corporate identifier, exactly the one that was shown. */
export const removeIdentifierJob = (removal: RowRemoval): NewJob =>
  jobOf(identifiers, removal, { code: 'identifiers.remove', serialNumber: serialIn(removal.shown) });

/** The wish to remove one association, exactly the one that was shown. */
export const dissociateJob = (removal: RowRemoval): NewJob =>
  jobOf(associations, removal, { code: 'identifiers.dissociate', serialNumber: removal.shown });

/** The serial number of an identifier as it was shown, else all of it. */
export const serialIn = (identifier: string): string =>
  partsOf(identifier, 'manufacturerModelSerial').serialNumber ?? identifier;

/** Removes rows by their ids; each is read first, and left alone where it is not what was shown. */
export function createRemoveSteps(context: ServiceContext): readonly JobHandler[] {
  return [...stepsOf(context, identifiers), ...stepsOf(context, associations)];
}

/** What a step has found: a row that is still there is looked for again, one that is gone or on its way out ends the job. */
type Found<Held> = JobResult | 'there' | { readonly gone: Reason | null; readonly held: Held | null };

function stepsOf<Held>(context: ServiceContext, list: RemovableList<Held>): readonly JobHandler[] {
  const { connections, publish, store } = context;

  const step = (
    name: string,
    work: (client: GraphClient, shown: Shown, signal: AbortSignal) => Promise<Found<Held>>,
  ): JobHandler => ({
    kind: list.kind,
    step: name,
    takes: TAKES,
    async run(leased, { settle, signal, jitter }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      for (const job of leased) {
        const shown = payload.parse(job.payload);
        const found = await work(client, shown, signal).catch((error: unknown) => {
          if (!(error instanceof GraphError)) throw error;
          return judgeFailure(error, job.attempts, pace, jitter);
        });
        store.write(() => {
          if (found === 'there') settle(job, lookAgain(job, pace, removalLook));
          else if ('type' in found) settle(job, found);
          else {
            list.removed(context, job, shown.id, found.held);
            settle(job, done(found.gone));
          }
        });
      }
      publish('tenants.changed');
      publish('devices.changed');
    },
  });

  const onItsWay = (held: Held): Found<Held> => ({ gone: { code: 'identifiers.pendingRemoval' }, held });

  return [
    step('send', async (client, { id, shown }, signal) => {
      const held = await list.read(client, id, signal);
      if (held === null) return { gone: { code: 'identifiers.goneBefore' }, held };
      const now = list.calledOf(held);
      if (!list.isSame(now, shown)) return failed({ code: 'identifiers.otherNow', shown, now });
      if (list.isPending(held)) return onItsWay(held);
      await list.remove(client, id, signal);
      return 'there';
    }),
    step('gone', async (client, { id }, signal) => {
      const held = await list.read(client, id, signal);
      if (held === null) return { gone: null, held };
      return list.isPending(held) ? onItsWay(held) : 'there';
    }),
  ];
}

const removalLook = {
  step: 'gone',
  reason: { code: 'identifiers.removalSent' },
  inVain: { code: 'identifiers.kept' },
} as const;
