import { z } from 'zod';
import { listedDevice, type ListedDevice, type ListedFilter } from '../../shared/devices/adoption.ts';
import { createConditions } from './conditions.ts';
import { readRow } from './setAside.ts';
import type { Store } from './store.ts';

/** A device of a tenant's Autopilot list that the queue does not have. */
export interface AutopilotListing extends ListedDevice {
  /** The Autopilot list does not tell these. */
  readonly smbiosUuid: null;
  readonly tpmEndorsementKeySha256: null;
}

export type ListedDeviceStore = ReturnType<typeof createListedDeviceStore>;

const counted = z.object({ n: z.number() });
const facets = z.array(z.object({ value: z.string(), devices: z.number() }));

const COLUMNS = `ztd_id AS ztdId, serial_number AS serialNumber, manufacturer, model, product_key_id AS productKeyId,
  group_tag AS groupTag, purchase_order AS purchaseOrder`;
const SEARCHED = ['serial_number', 'manufacturer', 'model', 'group_tag', 'purchase_order', 'ztd_id'];
/** Since the list was read, the device may have come into the queue on another way. */
const NOT_IN_QUEUE = `NOT EXISTS (SELECT 1 FROM device
  WHERE device.ztd_id = listed_device.ztd_id AND device.tenant_id = listed_device.tenant_id AND device.removed_at IS NULL)`;

/** What the Autopilot lists of the tenants held when they were read last, of devices that are not in the queue. */
export function createListedDeviceStore({ database, setAside }: Store) {
  const ofTenant = database.prepare(`SELECT ${COLUMNS} FROM listed_device WHERE tenant_id = ?`);
  const idsOf = database.prepare('SELECT ztd_id FROM listed_device WHERE tenant_id = ?').pluck();
  const one = database.prepare(`SELECT ${COLUMNS} FROM listed_device WHERE tenant_id = ? AND ztd_id = ?`);
  const bySerial = database.prepare(
    `SELECT ${COLUMNS} FROM listed_device WHERE tenant_id = ? AND trim(serial_number) = ? COLLATE NOCASE AND ${NOT_IN_QUEUE}`,
  );
  const total = database.prepare(`SELECT count(*) AS n FROM listed_device WHERE tenant_id = ? AND ${NOT_IN_QUEUE}`);
  const put = database.prepare(`
    INSERT INTO listed_device (tenant_id, ztd_id, serial_number, manufacturer, model, product_key_id, group_tag, purchase_order)
    VALUES (@tenantId, @ztdId, @serialNumber, @manufacturer, @model, @productKeyId, @groupTag, @purchaseOrder)
    ON CONFLICT DO UPDATE SET serial_number = excluded.serial_number, manufacturer = excluded.manufacturer,
      model = excluded.model, product_key_id = excluded.product_key_id, group_tag = excluded.group_tag,
      purchase_order = excluded.purchase_order`);
  const remove = database.prepare('DELETE FROM listed_device WHERE tenant_id = ? AND ztd_id = ?');
  const valuesOf = (column: 'group_tag' | 'manufacturer') =>
    database.prepare(`
      SELECT coalesce(min(${column}), '') AS value, count(*) AS devices FROM listed_device
       WHERE tenant_id = ? AND ${NOT_IN_QUEUE} GROUP BY lower(coalesce(${column}, '')) ORDER BY lower(coalesce(${column}, ''))`);
  const groupTags = valuesOf('group_tag');
  const manufacturers = valuesOf('manufacturer');

  function* read(tenantId: string): Generator<AutopilotListing> {
    for (const row of ofTenant.iterate(tenantId)) {
      const device = setAside.row('listed_device', listedDevice, row);
      if (device !== null) yield { ...device, smbiosUuid: null, tpmEndorsementKeySha256: null };
    }
  }

  return {
    ofTenant: read,
    get(tenantId: string, ztdId: string): ListedDevice | null {
      const row = one.get(tenantId, ztdId);
      return row === undefined ? null : readRow('listed_device', listedDevice, row);
    },
    /** Those with this serial number, without regard to case, that have not come into the queue since. */
    withSerialNumber: (tenantId: string, serialNumber: string): readonly ListedDevice[] =>
      setAside.rows('listed_device', listedDevice, bySerial.all(tenantId, serialNumber.trim())),
    /** One page of those that have not come into the queue since, by serial number. */
    page(filter: ListedFilter, offset: number, limit: number): readonly ListedDevice[] {
      const { where, values } = conditionsOf(filter);
      return setAside.rows(
        'listed_device',
        listedDevice,
        database
          .prepare(
            `SELECT ${COLUMNS} FROM listed_device WHERE ${where}
              ORDER BY serial_number COLLATE NOCASE, ztd_id LIMIT @limit OFFSET @offset`,
          )
          .all({ ...values, limit, offset }),
      );
    },
    matching(filter: ListedFilter): number {
      const { where, values } = conditionsOf(filter);
      return counted.parse(database.prepare(`SELECT count(*) AS n FROM listed_device WHERE ${where}`).get(values)).n;
    },
    total: (tenantId: string): number => counted.parse(total.get(tenantId)).n,
    /** The group tags and makers of a tenant's list, each with how many devices have it; the empty one stands for none. */
    groupTags: (tenantId: string) => facets.parse(groupTags.all(tenantId)),
    manufacturers: (tenantId: string) => facets.parse(manufacturers.all(tenantId)),
    /**
     * Keeps what a list held; writes only what is otherwise than before. Belongs in a transaction.
     * @param isWhole false where the list ended early: what it lacked may still be there, and stays
     */
    replace(tenantId: string, devices: readonly ListedDevice[], isWhole = true): void {
      const before = new Map([...read(tenantId)].map((device) => [device.ztdId, device]));
      // By themselves: a row that cannot be read is written anew, or goes, as any other.
      const gone = new Set(z.array(z.string()).parse(idsOf.all(tenantId)));
      for (const { ztdId, serialNumber, manufacturer, model, productKeyId, groupTag, purchaseOrder } of devices) {
        const device = { ztdId, serialNumber, manufacturer, model, productKeyId, groupTag, purchaseOrder };
        const known = before.get(ztdId);
        gone.delete(ztdId);
        if (known !== undefined && isSame(known, device)) continue;
        put.run({ tenantId, ...device });
      }
      if (!isWhole) return;
      for (const ztdId of gone) remove.run(tenantId, ztdId);
    },
    /** Forgets a device that the queue has now. */
    remove: (tenantId: string, ztdId: string): void => void remove.run(tenantId, ztdId),
  };
}

/** The filter as SQL; every word of the search must be found somewhere. */
function conditionsOf({ tenantId, search, groupTag, manufacturer }: ListedFilter) {
  const { add, equal, where, values } = createConditions('listed_device', NOT_IN_QUEUE);
  equal('tenant_id', tenantId);
  const folded = (column: string, value: string | undefined): void => {
    if (value !== undefined) add(`coalesce(${column}, '') = @${column} COLLATE NOCASE`, column, value);
  };
  folded('group_tag', groupTag);
  folded('manufacturer', manufacturer);
  for (const [index, word] of search.split(/\s+/).filter(Boolean).entries()) {
    const somewhere = SEARCHED.map((column) => `${column} LIKE @word${index} ESCAPE '\\'`).join(' OR ');
    add(`(${somewhere})`, `word${index}`, `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  }
  return { where: where(), values };
}

function isSame(a: ListedDevice, b: ListedDevice): boolean {
  return (
    a.serialNumber === b.serialNumber &&
    a.manufacturer === b.manufacturer &&
    a.model === b.model &&
    a.productKeyId === b.productKeyId &&
    a.groupTag === b.groupTag &&
    a.purchaseOrder === b.purchaseOrder
  );
}
