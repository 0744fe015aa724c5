import { z } from 'zod';
import type { DeploymentEvent } from '../../shared/tracking/deploymentEvent.ts';
import type { Store } from './store.ts';
import { storedJson } from './storedJson.ts';

const pairs = z.array(z.object({ name: z.string(), value: z.string() }));
const row = z.object({
  id: z.string(),
  at: z.iso.datetime().nullable(),
  properties: storedJson(pairs),
  policies: storedJson(z.array(pairs)),
  readAt: z.iso.datetime(),
});

/** What the deployment report said about devices. It outlives the report, which Microsoft keeps for 30 days. */
export function createDeploymentEventStore({ database, setAside }: Store, now: () => Date) {
  const put = database.prepare(`
    INSERT INTO deployment_event (id, device_id, at, properties, policies, read_at)
    VALUES (@id, @deviceId, @at, @properties, @policies, @readAt)
    ON CONFLICT (device_id, id) DO UPDATE SET at = excluded.at, properties = excluded.properties,
      policies = excluded.policies, read_at = excluded.read_at`);
  const same = database.prepare('SELECT 1 FROM deployment_event WHERE device_id = ? AND id = ? AND properties = ?');
  const ofDevice = database.prepare(`
    SELECT id, at, properties, policies, read_at AS readAt FROM deployment_event WHERE device_id = ? ORDER BY at DESC, id`);
  return {
    /** Keeps a row, or what has become of one that is kept already. */
    keep: (deviceId: string, event: DeploymentEvent): void =>
      void put.run({
        ...event,
        deviceId,
        properties: JSON.stringify(event.properties),
        policies: JSON.stringify(event.policies),
        readAt: now().toISOString(),
      }),
    /** Whether a row is kept just as it is. */
    isKept: (deviceId: string, id: string, wanted: DeploymentEvent['properties']): boolean =>
      same.get(deviceId, id, JSON.stringify(wanted)) !== undefined,
    /** Newest first. */
    ofDevice(deviceId: string): { readonly events: DeploymentEvent[]; readonly readAt: string | null } {
      const rows = setAside.rows('deployment_event', row, ofDevice.all(deviceId));
      return {
        events: rows.map(({ id, at, properties, policies }) => ({ id, at, properties, policies })),
        readAt:
          rows
            .map(({ readAt }) => readAt)
            .sort()
            .at(-1) ?? null,
      };
    },
  };
}
