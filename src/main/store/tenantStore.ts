import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cloudName, tenantColour } from '../../shared/tenants/tenant.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

const text = z.string().nullable();

/** A tenant as Reseal knows it. Tokens are not in it: those rest in the secret box. */
export const tenantRecord = z.object({
  id: z.uuid(),
  kind: z.enum(['practice', 'entra']),
  name: z.string(),
  colour: tenantColour,
  cloud: cloudName,
  directoryId: text,
  clientId: text,
  /** Where Graph and the sign-in are, if not where the cloud has them. */
  graphRoot: text,
  authority: text,
  /** Set where the app signs in by itself. */
  certificateThumbprint: text,
  certificateKeyFile: text,
  /** The user principal name of who signed in last. */
  account: text,
  active: z.number().transform((value) => value === 1),
  /** When a person first let its changes be sent to Microsoft; null for a lane whose changes wait for that. */
  sendsSince: z.iso.datetime().nullable(),
  lastRefreshedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type TenantRecord = z.infer<typeof tenantRecord>;
export type NewTenant = Omit<
  TenantRecord,
  'id' | 'account' | 'active' | 'sendsSince' | 'lastRefreshedAt' | 'createdAt'
>;
/** Which directory of Microsoft a tenant is, and how Reseal signs in to it. */
export type TenantBinding = Pick<
  TenantRecord,
  'cloud' | 'directoryId' | 'clientId' | 'graphRoot' | 'authority' | 'certificateThumbprint' | 'certificateKeyFile'
>;

export type TenantStore = ReturnType<typeof createTenantStore>;

const columns = `id, kind, name, colour, cloud, directory_id AS directoryId, client_id AS clientId, graph_root AS graphRoot,
  authority, certificate_thumbprint AS certificateThumbprint, certificate_key_file AS certificateKeyFile, account, active,
  sends_since AS sendsSince, last_refreshed_at AS lastRefreshedAt, created_at AS createdAt`;

/** The tenants this bench works for; one of them is the active one. */
export function createTenantStore({ database, setAside }: Pick<Store, 'database' | 'setAside'>, now: () => Date) {
  const all = database.prepare(`SELECT ${columns} FROM tenant WHERE removed_at IS NULL ORDER BY created_at, id`);
  const byId = database.prepare(`SELECT ${columns} FROM tenant WHERE id = ? AND removed_at IS NULL`);
  const insert = database.prepare(`
    INSERT INTO tenant (id, kind, name, colour, cloud, directory_id, client_id, graph_root, authority,
      certificate_thumbprint, certificate_key_file, active, sends_since, created_at)
    VALUES (@id, @kind, @name, @colour, @cloud, @directoryId, @clientId, @graphRoot, @authority,
      @certificateThumbprint, @certificateKeyFile, 0, @sendsSince, @createdAt)`);
  const setBinding = database.prepare(`
    UPDATE tenant SET cloud = @cloud, directory_id = @directoryId, client_id = @clientId, graph_root = @graphRoot,
      authority = @authority, certificate_thumbprint = @certificateThumbprint, certificate_key_file = @certificateKeyFile
    WHERE id = @id`);
  const setSends = database.prepare('UPDATE tenant SET sends_since = coalesce(sends_since, @at) WHERE id = @id');
  const setLook = database.prepare('UPDATE tenant SET name = @name, colour = @colour WHERE id = @id');
  const setAccount = database.prepare('UPDATE tenant SET account = @account WHERE id = @id');
  const setActive = database.prepare('UPDATE tenant SET active = (id = @id)');
  const setRefreshed = database.prepare('UPDATE tenant SET last_refreshed_at = @at WHERE id = @id');
  const setRemoved = database.prepare('UPDATE tenant SET removed_at = @at, active = 0, account = NULL WHERE id = @id');
  const deviceCount = database.prepare(
    'SELECT coalesce(sum(devices), 0) AS devices FROM device_count WHERE tenant_id = ?',
  );

  function get(id: string): TenantRecord | null {
    const row = byId.get(id);
    return row === undefined ? null : readRow('tenant', tenantRecord, row);
  }

  return {
    get,
    all: (): readonly TenantRecord[] => setAside.rows('tenant', tenantRecord, all.all()),
    /** @param sends whether its changes may be sent from now on; false for a lane, where a person says so later */
    add(tenant: NewTenant, sends: boolean): string {
      const id = randomUUID();
      const at = now().toISOString();
      insert.run({ ...tenant, id, sendsSince: sends ? at : null, createdAt: at });
      return id;
    },
    /** Binds a lane to the directory it stands for. */
    bind: (id: string, binding: TenantBinding): void => void setBinding.run({ id, ...binding }),
    /** From now on its changes may be sent. */
    letSend: (id: string): void => void setSends.run({ id, at: now().toISOString() }),
    changeLook: (id: string, look: Pick<TenantRecord, 'name' | 'colour'>): void => void setLook.run({ id, ...look }),
    setAccount: (id: string, account: string | null): void => void setAccount.run({ id, account }),
    /** Makes it the active one, and the only one. */
    activate: (id: string): void => void setActive.run({ id }),
    markRefreshed: (id: string): void => void setRefreshed.run({ id, at: now().toISOString() }),
    /** Takes the tenant off the list; what happened in it stays on record. */
    remove: (id: string): void => void setRemoved.run({ id, at: now().toISOString() }),
    /** How many of its devices are in the queue. */
    devicesOf: (id: string): number => z.object({ devices: z.number() }).parse(deviceCount.get(id)).devices,
  };
}
