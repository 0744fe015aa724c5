import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { refreshDevices } from './refreshDevices.ts';
import { refreshTenant } from './refreshTenant.ts';
import { askForSync, syncAllowedAt } from './syncJob.ts';

/** A tenant of ten thousand devices is read in some minutes. */
const WHOLE_TENANT_PATIENCE_MS = 10 * 60_000;

/** What a person can ask of the tracking by hand. */
export function createTrackingService(context: MicrosoftContext): HandlersOf<'tracking.refresh' | 'tracking.sync'> {
  const { publish, store, tracking } = context;

  /** What the tracker could not do has been done by hand: nobody is told any more that it fails, and it goes on at once. */
  function answered(tenantId: string, isWholeTenant: boolean): void {
    if (!tracking.isFailing(tenantId)) return;
    store.write(() => (isWholeTenant ? tracking.succeeded(tenantId) : tracking.reached(tenantId)));
    publish('jobs.changed');
  }

  return {
    'tracking.refresh': ({ tenantId, deviceIds }) =>
      forPerson(
        async (signal) => {
          if (deviceIds === undefined) {
            const refreshed = await refreshTenant(context, tenantId, 'full', signal);
            answered(tenantId, true);
            return refreshed;
          }
          const { read, changed, failed } = await refreshDevices(context, tenantId, deviceIds, signal);
          if (read > 0) answered(tenantId, false);
          return { read, changed: changed.size, failed, isWhole: true };
        },
        deviceIds === undefined ? WHOLE_TENANT_PATIENCE_MS : undefined,
      ),
    'tracking.sync': ({ tenantId }) => {
      const allowedAt = syncAllowedAt(context, tenantId);
      if (allowedAt !== null) {
        return {
          state: 'coolingDown',
          jobId: null,
          allowedAt: allowedAt.toISOString(),
          sentence: 'Intune synchronises at most once in ten minutes. Ask again when the time is over.',
        };
      }
      const jobId = askForSync(context, tenantId, 'asked');
      return { state: 'queued', jobId, allowedAt: null, sentence: 'Intune is asked to synchronise.' };
    },
  };
}
