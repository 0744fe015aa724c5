import { z } from 'zod';
import { GraphError } from '../../graph/graphError.ts';
import { associateDevice } from '../../graph/resources/associatedDevices.ts';
import { done, failed, type JobHandler } from '../../outbox/job.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { judgeFailure } from '../jobs/judgeFailure.ts';
import type { ServiceContext } from '../serviceContext.ts';

const KIND = 'associate';
const payload = z.object({ linkId: z.string() });

/** The wish to bind a device to the tenant by its DeviceLink; the same link twice is one job. */
export const associateJob = (link: {
  readonly linkId: string;
  readonly tenantId: string;
  readonly deviceId: string | null;
  readonly serialNumber: string | null;
}): NewJob => ({
  kind: KIND,
  step: 'send',
  wish: `${KIND}:${link.linkId}`,
  tenantId: link.tenantId,
  deviceId: link.deviceId,
  act: { code: 'identifiers.associate', serialNumber: link.serialNumber },
  payload: { linkId: link.linkId },
});

/** Associates devices with the tenant for device preparation (beta). What exists already is as good as done. */
export function createAssociateStep(context: ServiceContext): JobHandler {
  const { connections, deviceLinks, devices, publish, store, history } = context;

  function finish(job: StoredJob, linkId: string, sentence: string, settle: () => void): void {
    store.write(() => {
      const { deviceId } = job;
      deviceLinks.remove(linkId);
      if (deviceId !== null) {
        // The link is a secret and goes; that the device had one tells what it is for.
        devices.markAssociated(deviceId);
        history.add({ deviceId, subject: 'change', sentence, source: 'Microsoft' });
      }
      settle();
    });
  }

  return {
    kind: KIND,
    step: 'send',
    takes: 20,
    async run(leased, { settle, signal, jitter }) {
      const { client, pace } = await connections.connectionTo(leased[0]?.tenantId ?? '');
      for (const job of leased) {
        const { linkId } = payload.parse(job.payload);
        const deviceLink = deviceLinks.get(linkId);
        if (deviceLink === null) {
          settle(job, failed({ code: 'identifiers.linkGone' }));
          continue;
        }
        try {
          const state = await associateDevice(client, deviceLink, signal);
          const isNew = state === 'associated';
          const sentence = isNew
            ? 'Associated with the tenant by DeviceLink.'
            : 'It was associated with a tenant already.';
          finish(job, linkId, sentence, () =>
            settle(job, done(isNew ? null : { code: 'identifiers.associatedBefore' })),
          );
        } catch (error) {
          if (!(error instanceof GraphError)) throw error;
          settle(job, judgeFailure(error, job.attempts, pace, jitter));
        }
      }
      publish('devices.changed');
    },
  };
}
