import type { Store } from '../../src/main/store/store.ts';

export const tenantId = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11';

/** A tenant to hang devices and jobs on. */
export function addTenant(store: Store, id: string = tenantId, name = 'Practice'): void {
  store.database
    .prepare(
      `INSERT INTO tenant (id, kind, name, colour, cloud, created_at)
       VALUES (?, 'practice', ?, 'blue', 'global', '2026-01-01T00:00:00Z')`,
    )
    .run(id, name);
}

/** Gives a device to another tenant, which is new and has this name. */
export function moveToTenant(store: Store, deviceId: string, name: string): void {
  const other = crypto.randomUUID();
  addTenant(store, other, name);
  store.database.prepare('UPDATE device SET tenant_id = ? WHERE id = ?').run(other, deviceId);
}
