import { z } from 'zod';
import type { Store } from './openStore.ts';

const text = z.string().nullable();
const listedDevice = z.object({
  ztdId: z.string(),
  serialNumber: text,
  manufacturer: text,
  model: text,
  productKeyId: text,
  groupTag: text,
});

/** A device of a tenant's Autopilot list that the queue does not have. */
export interface AutopilotListing extends z.infer<typeof listedDevice> {
  /** The Autopilot list does not tell these. */
  readonly smbiosUuid: null;
  readonly tpmEndorsementKeySha256: null;
}

export type ListedDeviceStore = ReturnType<typeof createListedDeviceStore>;

/** What the Autopilot lists of the tenants held when they were read last, of devices that are not in the queue. */
export function createListedDeviceStore({ database }: Store) {
  const ofTenant = database.prepare(`
    SELECT ztd_id AS ztdId, serial_number AS serialNumber, manufacturer, model, product_key_id AS productKeyId,
           group_tag AS groupTag
      FROM listed_device WHERE tenant_id = ?`);
  const put = database.prepare(`
    INSERT INTO listed_device (tenant_id, ztd_id, serial_number, manufacturer, model, product_key_id, group_tag)
    VALUES (@tenantId, @ztdId, @serialNumber, @manufacturer, @model, @productKeyId, @groupTag)
    ON CONFLICT DO UPDATE SET serial_number = excluded.serial_number, manufacturer = excluded.manufacturer,
      model = excluded.model, product_key_id = excluded.product_key_id, group_tag = excluded.group_tag`);
  const remove = database.prepare('DELETE FROM listed_device WHERE tenant_id = ? AND ztd_id = ?');

  function* read(tenantId: string): Generator<AutopilotListing> {
    for (const row of ofTenant.iterate(tenantId)) {
      yield { ...listedDevice.parse(row), smbiosUuid: null, tpmEndorsementKeySha256: null };
    }
  }

  return {
    ofTenant: read,
    /** Keeps what a whole list held; writes only what is otherwise than before. Belongs in a transaction. */
    replace(tenantId: string, devices: readonly z.infer<typeof listedDevice>[]): void {
      const before = new Map([...read(tenantId)].map((device) => [device.ztdId, device]));
      for (const { ztdId, serialNumber, manufacturer, model, productKeyId, groupTag } of devices) {
        const device = { ztdId, serialNumber, manufacturer, model, productKeyId, groupTag };
        const known = before.get(ztdId);
        before.delete(ztdId);
        if (known !== undefined && isSame(known, device)) continue;
        put.run({ tenantId, ...device });
      }
      for (const ztdId of before.keys()) remove.run(tenantId, ztdId);
    },
  };
}

function isSame(a: z.infer<typeof listedDevice>, b: z.infer<typeof listedDevice>): boolean {
  return (
    a.serialNumber === b.serialNumber &&
    a.manufacturer === b.manufacturer &&
    a.model === b.model &&
    a.productKeyId === b.productKeyId &&
    a.groupTag === b.groupTag
  );
}
