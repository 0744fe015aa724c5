import type { OutputOf } from '../../../shared/api/contract.ts';
import type { ErasedPlace, ErasurePlan } from '../../../shared/erasure/erasure.ts';
import { isFullName } from '../../store/pseudonyms.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { askPractice } from '../tenants/askPractice.ts';
import { forgetUser } from './forgetUser.ts';
import { unreachableFor } from './unreachable.ts';
import { writeReceipt } from './writeReceipt.ts';

/** All that is known of a person here. */
interface Traces {
  readonly address: string;
  /** The address, and full names that stand beside it somewhere. */
  readonly names: readonly string[];
  readonly deviceIds: readonly string[];
  readonly pseudonym: string | null;
  readonly failedJobs: readonly string[];
  readonly previews: readonly string[];
}

/** Erasing a person: every place in the queue is emptied, and the records keep a pseudonym that nobody can read any more. */
export function createPersonErasure(context: ServiceContext) {
  const { attachments, audit, connections, erasure, jobs, ports, pseudonyms, publish, sessions, store, tenants, who } =
    context;

  function tracesOf(address: string): Traces {
    const found = erasure.devicesOfUser(address);
    const person = pseudonyms.withAddress(address);
    const known = [person?.name ?? null, ...found.flatMap(({ name, heldName }) => [name, heldName])];
    const names = [...new Set([address, ...known.filter(isFullName)])];
    return {
      address,
      names,
      deviceIds: found.map(({ id }) => id),
      pseudonym: person?.pseudonym ?? null,
      failedJobs: erasure.failedJobsWith(address),
      previews: erasure.previewsWith(names),
    };
  }

  function placesOf({ address, names, deviceIds, pseudonym, previews }: Traces): readonly ErasedPlace[] {
    return [
      { what: 'devices of this user', count: deviceIds.length },
      ...(pseudonym === null
        ? []
        : [
            { what: 'lines of histories under a pseudonym', count: erasure.historyLinesWith(pseudonym) },
            { what: 'rows of the audit log under a pseudonym', count: erasure.auditRowsWith(pseudonym) },
          ]),
      { what: 'files of these devices', count: attachments.countsOf(deviceIds).file },
      { what: 'unfinished imports, which are discarded', count: previews.length },
      { what: 'kept sign-ins', count: erasure.signInsWith(address) },
      ...erasure.textsWith(names),
    ].filter(({ count }) => count > 0);
  }

  function unreachableOf({ deviceIds, names }: Traces): readonly string[] {
    const rows = names.slice(1).reduce((sum, name) => sum + erasure.auditRowsNaming(name), 0);
    const { photo } = attachments.countsOf(deviceIds);
    return [
      ...unreachableFor(context, names),
      ...(photo === 0
        ? []
        : [
            `${photo === 1 ? 'One photo' : `${photo} photos`} of these devices: nobody can look into a picture. Remove those that show a name.`,
          ]),
      ...(rows === 0
        ? []
        : [
            `${rows === 1 ? 'One row' : `${rows} rows`} of the audit log in which somebody typed the name: a row is never changed.`,
          ]),
    ];
  }

  async function refusalFor({ address }: Traces): Promise<ErasurePlan['refusal']> {
    if (erasure.jobsOnTheirWay(address) > 0) {
      return onItsWay;
    }
    for (const tenant of tenants.all().filter(({ kind }) => kind === 'entra')) {
      const account = await sessions.of(tenant).session.account();
      if (account?.toLowerCase() !== address.toLowerCase()) continue;
      return { reason: `This person is signed in to ${tenant.name}.`, remedy: 'Sign out there first, then erase.' };
    }
    return null;
  }

  /** The practice tenant is a stand-in for Microsoft, and lies in this very folder. */
  async function erasePractice({ names }: Traces): Promise<void> {
    const practice = tenants.all().find(({ kind }) => kind === 'practice');
    if (practice === undefined) return;
    const reply = await askPractice(context, 'POST', 'erasure', { names });
    if (reply.status !== 200) throw new Error(`The practice tenant refused the erasure (${reply.status}).`);
    connections.reset(practice.id);
  }

  return {
    async plan(address: string): Promise<ErasurePlan> {
      const traces = tracesOf(address);
      return {
        name: address,
        places: [...placesOf(traces)],
        unreachable: [...unreachableOf(traces)],
        refusal: await refusalFor(traces),
      };
    },

    async erase(address: string, confirmed: string): Promise<OutputOf<'erasure.person'>> {
      if (confirmed.toLowerCase() !== address.toLowerCase()) {
        const message = 'The repeated address is another one.';
        throw new AppError('invalid-input', message, { fields: [{ field: 'confirmedAddress', message }] });
      }
      refuseFor(await refusalFor(tracesOf(address)));
      await erasePractice(tracesOf(address));
      erasure.overwriteDeleted();
      const done = store.write(() => {
        const traces = tracesOf(address);
        if (erasure.jobsOnTheirWay(address) > 0) refuseFor(onItsWay);
        const places = placesOf(traces);
        if (places.length === 0) {
          throw new AppError('not-found', 'Nothing of this person is kept here.', {
            remedy: 'Look whether the address is written as it is in the queue.',
          });
        }
        const pseudonym = pseudonyms.of(address);
        for (const id of traces.failedJobs) jobs.cancel(id, { code: 'jobs.personErased' });
        for (const id of traces.deviceIds) forgetUser(context, id);
        for (const id of traces.previews) erasure.dropPreview(id);
        erasure.dropSignIns(address);
        erasure.eraseTexts(traces.names);
        pseudonyms.forget(pseudonym, ports.clock.now());
        audit.add({
          who: who(),
          action: 'erasure.person',
          sentence: `Erased ${pseudonym}.`,
          devices: traces.deviceIds,
          pseudonyms: [pseudonym],
        });
        return { reference: pseudonym, places, traces };
      });
      const isSwept = erasure.sweep();
      ports.log.info('erasure.person', { devices: done.traces.deviceIds.length });
      for (const event of ['devices.changed', 'jobs.changed', 'tenants.changed'] as const) publish(event);
      return writeReceipt(context, {
        kind: 'person',
        reference: done.reference,
        places: [...done.places],
        unreachable: [...(isSwept ? [] : [notSwept]), ...unreachableOf(done.traces)],
      });
    },
  };
}

const onItsWay = {
  reason: 'A change for this person is on its way to Microsoft.',
  remedy: 'Wait until it is done, or cancel it in Activity, then erase.',
};

/** What the write-ahead log still holds while another process reads. */
export const notSwept =
  'The write-ahead log of the queue, as another Reseal reads just now: close it, and what is in the log goes too.';

/** @throws AppError `blocked` */
export function refuseFor(refusal: ErasurePlan['refusal']): void {
  if (refusal !== null) throw new AppError('blocked', refusal.reason, { remedy: refusal.remedy });
}
