import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Store } from './store.ts';
import { jsonOrNull } from './storedJson.ts';

export type DeviceLinkStore = ReturnType<typeof createDeviceLinkStore>;

const row = z.object({ id: z.string(), text: z.string() });

/**
 * DeviceLinks until Microsoft has them: scanned ones that a job is to send, and those that a file brought for a device. Whoever holds one can claim the device, so jobs name them by id, and lists, logs
 * and the audit never hold one.
 */
export function createDeviceLinkStore({ database }: Store) {
  const insert = database.prepare(
    'INSERT INTO device_link (id, tenant_id, text) VALUES (@id, @tenantId, @text) ON CONFLICT DO NOTHING',
  );
  const insertFor = database.prepare(`
    INSERT INTO device_link (id, tenant_id, text, device_id) VALUES (@id, @tenantId, @text, @deviceId)
    ON CONFLICT (tenant_id, text) DO UPDATE SET device_id = excluded.device_id`);
  const latestOf = database.prepare('SELECT id, text FROM device_link WHERE device_id = ? ORDER BY rowid DESC LIMIT 1');
  const removeOf = database.prepare('DELETE FROM device_link WHERE device_id = ?');
  const same = database.prepare('SELECT id, text FROM device_link WHERE tenant_id = @tenantId AND text = @text');
  const byId = database.prepare('SELECT id, text FROM device_link WHERE id = ?');
  const withLink = database.prepare(`
    SELECT DISTINCT device.id FROM device_link JOIN device ON device.id = device_link.device_id
     WHERE device.tenant_id = ? AND device.removed_at IS NULL ORDER BY device.rowid`);
  const remove = database.prepare('DELETE FROM device_link WHERE id = ?');
  // A failed job may be retried, and needs its link then. Where one cannot be read, none goes: it may need any of them.
  const removeUnused = database.prepare(`
    DELETE FROM device_link WHERE device_id IS NULL AND id NOT IN (
      SELECT ${jsonOrNull('payload', `payload ->> 'linkId'`)} FROM job WHERE kind = 'associate' AND state NOT IN ('done', 'cancelled'))`);
  return {
    /** Keeps a link and returns its id, the same one for the same link; forgets those that no job needs any more. */
    add(tenantId: string, text: string): string {
      removeUnused.run();
      insert.run({ id: randomUUID(), tenantId, text });
      return row.parse(same.get({ tenantId, text })).id;
    },
    /** Keeps the link that a file brought for a device, in place of those before. */
    keep(tenantId: string, deviceId: string, text: string): void {
      removeOf.run(deviceId);
      insertFor.run({ id: randomUUID(), tenantId, text, deviceId });
    },
    /** The id of the link that is kept for a device; null where there is none. */
    keptFor(deviceId: string): string | null {
      const found = latestOf.get(deviceId);
      return found === undefined ? null : row.parse(found).id;
    },
    /** The devices of a tenant's queue that have one. */
    devicesOf: (tenantId: string): readonly string[] =>
      z
        .array(row.pick({ id: true }))
        .parse(withLink.all(tenantId))
        .map(({ id }) => id),
    get(id: string): string | null {
      const found = byId.get(id);
      return found === undefined ? null : row.parse(found).text;
    },
    remove: (id: string): void => void remove.run(id),
  };
}
