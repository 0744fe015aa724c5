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
  deviceName: z.string().nullable(),
  orderNumber: z.string().nullable(),
  ztdId: z.string().nullable(),
  registration: registrationStatus,
});

/** What is needed of a device of the queue to recognise it in a file, and to see what a new capture changes. */
export type KnownDevice = z.infer<typeof knownDevice>;

/** What a device can be recognised by. */
export type NamedDevice = Pick<
  KnownDevice,
  'id' | 'serialNumber' | 'manufacturer' | 'model' | 'productKeyId' | 'smbiosUuid' | 'tpmEndorsementKeySha256'
>;

/** By hand and not by a schema: a queue of 100,000 devices is walked through at every import. */
function namedDevice(row: unknown): NamedDevice {
  const values: readonly unknown[] = Array.isArray(row) ? row : [];
  const text = (index: number): string | null => {
    const value = values[index];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: text(0) ?? '',
    serialNumber: text(1) ?? '',
    manufacturer: text(2),
    model: text(3),
    productKeyId: text(4),
    smbiosUuid: text(5),
    tpmEndorsementKeySha256: text(6),
  };
}

/** Walks through the identities of a tenant's queue as they arrived; a file of thousands of rows is compared with all of them at once. */
export function createKnownDeviceStore({ database }: Store) {
  const names = `id, serial_number AS serialNumber, manufacturer, model, product_key_id AS productKeyId,
           smbios_uuid AS smbiosUuid, tpm_endorsement_key_sha256 AS tpmEndorsementKeySha256`;
  // Not indexed: every device is looked at, and by way of an index each would be fetched from another page.
  const all = database
    .prepare(`SELECT ${names} FROM device NOT INDEXED WHERE tenant_id = ? AND removed_at IS NULL ORDER BY rowid`)
    .raw();
  const one = database.prepare(`
    SELECT ${names}, tpm_version AS tpmVersion, is_virtual_machine AS isVirtualMachine, group_tag AS groupTag,
           assigned_user AS assignedUser, device_name AS deviceName, order_number AS orderNumber, ztd_id AS ztdId, registration
      FROM device WHERE id = ?`);
  return {
    *ofTenant(tenantId: string): Generator<NamedDevice> {
      for (const row of all.iterate(tenantId)) yield namedDevice(row);
    },
    get: (id: string): KnownDevice => knownDevice.parse(one.get(id)),
  };
}
