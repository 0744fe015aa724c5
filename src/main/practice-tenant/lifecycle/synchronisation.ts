import { delayFor, type Tenant } from '../tenant.ts';

/** Its own, and not Reseal’s: a wrong one there is to fail here. */
const SYNC_COOLDOWN_MS = 10 * 60_000;

type SyncRefusal = 'running' | 'tooSoon';

/** Starts Autopilot's synchronisation, or says why not. */
export function startSync(tenant: Tenant, now: number): SyncRefusal | null {
  const { settings, dueEvents } = tenant.state;
  if (settings.text('syncStatus') === 'inProgress') return 'running';
  const lastManualSyncAt = settings.number('lastManualSyncAt');
  if (lastManualSyncAt !== null && now - lastManualSyncAt < SYNC_COOLDOWN_MS) return 'tooSoon';
  settings.set('syncStatus', 'inProgress');
  settings.set('lastManualSyncAt', now);
  dueEvents.add('syncFinished', 'sync', now + delayFor(tenant, 'sync', String(now)));
  return null;
}

/** A finished synchronisation shows new devices and carries out queued removals. */
export function finishSync(tenant: Tenant, at: number): void {
  const { settings, dueEvents } = tenant.state;
  settings.set('syncStatus', 'completed');
  settings.set('lastSyncAt', at);
  dueEvents.hasten(['deviceListed', 'deviceRemoved'], at);
}
