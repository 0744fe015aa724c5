import type { TrackingHandlers } from '../../../shared/api/contract/tracking.ts';
import { syncAnswerWords } from '../../../shared/tracking/syncWords.ts';
import type { JobHandler } from '../../outbox/job.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { readDeploymentReport } from './readDeploymentReport.ts';
import { readIntune } from './readIntune.ts';
import { refreshDevices } from './refreshDevices.ts';
import { refreshTenant } from './refreshTenant.ts';
import { askForSync, createSyncHandler } from './syncJob.ts';

/** A tenant of ten thousand devices is read in some minutes. */
const WHOLE_TENANT_PATIENCE_MS = 10 * 60_000;

/** What the jobs of tracking do. */
export const createTrackingSteps = (context: ServiceContext): readonly JobHandler[] => [createSyncHandler(context)];

/** What a person can ask of the tracking by hand. The bench's own record outranks Intune's deployment report, and is never changed by it. */
export function createTrackingService(context: ServiceContext): TrackingHandlers {
  const { budgets, deploymentEvents, ports, publish, store, tracking } = context;

  /**
   * A person has read the tenant by hand: the tracker's failure is no longer shown, and it goes on at once.
   * @param readAt when a reading of the whole tenant began; null where only some devices were read
   */
  function answered(tenantId: string, readAt: Date | null): void {
    if (!tracking.isFailing(tenantId)) return;
    store.write(() => (readAt === null ? tracking.reached(tenantId) : tracking.succeeded(tenantId, readAt)));
    publish('jobs.changed');
  }

  return {
    'tracking.refresh': ({ tenantId, deviceIds, depth }) =>
      forPerson(
        async (signal) => {
          if (deviceIds === undefined) {
            const begunAt = ports.clock.now();
            const refreshed = await refreshTenant(context, tenantId, depth, signal);
            answered(tenantId, begunAt);
            // When the list was read, and what it holds besides the queue, is another than before.
            publish('tenants.changed');
            return refreshed;
          }
          const { read, changed: atAutopilot, failed } = await refreshDevices(context, tenantId, deviceIds, signal);
          const changed = new Set([...atAutopilot, ...(await readIntune(context, tenantId, deviceIds, signal))]);
          if (read > 0) answered(tenantId, null);
          return { read, changed: changed.size, failed, isWhole: true };
        },
        deviceIds === undefined ? WHOLE_TENANT_PATIENCE_MS : undefined,
      ),
    'tracking.sync': ({ tenantId }) => {
      const allowedAt = budgets.allowedAt(tenantId, 'sync');
      if (allowedAt !== null) {
        return {
          state: 'coolingDown',
          jobId: null,
          allowedAt: allowedAt.toISOString(),
          sentence: syncAnswerWords.coolingDown,
        };
      }
      const jobId = askForSync(context, tenantId, 'asked');
      return { state: 'queued', jobId, allowedAt: null, sentence: syncAnswerWords.queued };
    },
    'tracking.events': ({ deviceId }) => deploymentEvents.ofDevice(deviceId),
    'tracking.readEvents': ({ tenantId }) => forPerson((signal) => readDeploymentReport(context, tenantId, signal)),
  };
}
