import { z } from 'zod';
import { registrationStatus } from '../../shared/device/status.ts';
import type { Store } from './openStore.ts';

const knownDevice = z.object({
  id: z.string(),
  serialNumber: z.string(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  productKeyId: z.string().nullable(),
  smbiosUuid: z.string().nullable(),
  tpmEndorsementKeySha256: z.string().nullable(),
  tpmVersion: z.string().nullable(),
  isVirtualMachine: z.number().transform((value) => value === 1),
  groupTag: z.string().nullable(),
  assignedUser: z.string().nullable(),
  orderNumber: z.string().nullable(),
  ztdId: z.string().nullable(),
  registration: registrationStatus,
});

/** What is needed of a device of the queue to recognise it in a file, and to see what a new capture changes. */
export type KnownDevice = z.infer<typeof knownDevice>;

const named = knownDevice.pick({
  id: true,
  serialNumber: true,
  manufacturer: true,
  model: true,
  productKeyId: true,
  smbiosUuid: true,
  tpmEndorsementKeySha256: true,
});

/** What a device can be recognised by. */
export type NamedDevice = z.infer<typeof named>;

/** Walks through the identities of a tenant's queue; a file of thousands of rows is compared with all of them at once. */
export function createKnownDeviceStore({ database }: Store) {
  const names = `id, serial_number AS serialNumber, manufacturer, model, product_key_id AS productKeyId,
           smbios_uuid AS smbiosUuid, tpm_endorsement_key_sha256 AS tpmEndorsementKeySha256`;
  const all = database.prepare(
    `SELECT ${names} FROM device WHERE tenant_id = ? AND removed_at IS NULL ORDER BY created_at`,
  );
  const one = database.prepare(`
    SELECT ${names}, tpm_version AS tpmVersion, is_virtual_machine AS isVirtualMachine, group_tag AS groupTag,
           assigned_user AS assignedUser, order_number AS orderNumber, ztd_id AS ztdId, registration
      FROM device WHERE id = ?`);
  return {
    *ofTenant(tenantId: string): Generator<NamedDevice> {
      for (const row of all.iterate(tenantId)) yield named.parse(row);
    },
    get: (id: string): KnownDevice => knownDevice.parse(one.get(id)),
  };
}
