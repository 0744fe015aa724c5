import type { HandlersOf } from '../../../shared/api/contract.ts';
import type { MicrosoftContext } from '../microsoftContext.ts';
import { forPerson } from '../tenants/graphFailure.ts';
import { refreshDevices, refreshTenant } from './refreshTenant.ts';
import { askForSync, syncAllowedAt } from './syncJob.ts';

/** What a person can ask of the tracking by hand. */
export function createTrackingService(context: MicrosoftContext): HandlersOf<'tracking.refresh' | 'tracking.sync'> {
  return {
    'tracking.refresh': ({ tenantId, deviceIds }) =>
      forPerson(async () => {
        const { signal } = new AbortController();
        if (deviceIds === undefined) {
          const { read, changed } = await refreshTenant(context, tenantId, signal);
          return { read, changed };
        }
        const { read, changed } = await refreshDevices(context, tenantId, deviceIds, signal);
        return { read, changed: changed.size };
      }),
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
