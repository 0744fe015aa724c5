import { z } from 'zod';
import { registrationStatus } from '../../shared/devices/status.ts';
import type { MetDevice } from '../../shared/intake/meetDevice.ts';
import type { Store } from './openStore.ts';

const flag = z.number().transform((value) => value === 1);
const text = z.string().nullable();
const knownDevice = z.object({
  id: z.string(),
  serialNumber: text,
  manufacturer: text,
  model: text,
  productKeyId: text,
  smbiosUuid: text,
  tpmEndorsementKeySha256: text,
  tpmVersion: text,
  isVirtualMachine: flag,
  groupTag: text,
  assignedUser: text,
  deviceName: text,
  orderNumber: text,
  ztdId: text,
  registration: registrationStatus,
  needsNewRegistration: flag,
  newestCaptureAt: text,
  isTakenOff: flag,
});

/** What is needed of a device of the queue to recognise it in a file, and to see what a row changes. */
export interface KnownDevice extends MetDevice {
  readonly id: string;
  readonly ztdId: string | null;
  /** Not in the queue any more; all that is known of it is still there. */
  readonly isTakenOff: boolean;
}

/** What a device can be recognised by. */
export interface NamedDevice {
  readonly id: string;
  readonly tenantId: string;
  readonly isTakenOff: boolean;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly productKeyId: string | null;
  readonly smbiosUuid: string | null;
  readonly tpmEndorsementKeySha256: string | null;
}

/** By hand and not by a schema: a queue of 100,000 devices is walked through at every import. */
function namedDevice(row: unknown): NamedDevice {
  const values: readonly unknown[] = Array.isArray(row) ? row : [];
  const text = (index: number): string | null => {
    const value = values[index];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: text(0) ?? '',
    serialNumber: text(1),
    manufacturer: text(2),
    model: text(3),
    productKeyId: text(4),
    smbiosUuid: text(5),
    tpmEndorsementKeySha256: text(6),
    tenantId: text(7) ?? '',
    isTakenOff: text(8) !== null,
  };
}

export type KnownDeviceStore = ReturnType<typeof createKnownDeviceStore>;

/** Walks through the identities of all devices as they arrived; a file of thousands of rows is compared with all of them at once. */
export function createKnownDeviceStore({ database }: Store) {
  const names = `id, serial_number AS serialNumber, manufacturer, model, product_key_id AS productKeyId,
           smbios_uuid AS smbiosUuid, tpm_endorsement_key_sha256 AS tpmEndorsementKeySha256`;
  // Not indexed: every device is looked at, and by way of an index each would be fetched from another page.
  const all = database.prepare(`SELECT ${names}, tenant_id, removed_at FROM device NOT INDEXED ORDER BY rowid`).raw();
  const one = database.prepare(`
    SELECT ${names}, tpm_version AS tpmVersion, is_virtual_machine AS isVirtualMachine, group_tag AS groupTag,
           assigned_user AS assignedUser, device_name AS deviceName, order_number AS orderNumber, ztd_id AS ztdId,
           registration, needs_new_registration AS needsNewRegistration, removed_at IS NOT NULL AS isTakenOff,
           (SELECT max(taken_at) FROM hash_capture WHERE device_id = device.id) AS newestCaptureAt
      FROM device WHERE id = ?`);
  return {
    /** Every device of every tenant, also those taken off the queue. */
    *all(): Generator<NamedDevice> {
      for (const row of all.iterate()) yield namedDevice(row);
    },
    get: (id: string): KnownDevice => knownDevice.parse(one.get(id)),
  };
}
