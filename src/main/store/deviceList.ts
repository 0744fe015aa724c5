import { z } from 'zod';
import { openWish, type OpenWish } from '../../shared/assignment/heldValue.ts';
import { refusedWish, type RefusedWish } from '../../shared/assignment/refusedWish.ts';
import {
  deviceFilter,
  type DeviceOrder,
  type DevicePage,
  type WholeDeviceFilter,
} from '../../shared/devices/deviceFilter.ts';
import { deviceRecord, type DeviceRecord } from '../../shared/devices/device.ts';
import { nextStepCode, type NextStepCode } from '../../shared/devices/nextStep.ts';
import { createDeviceCounts, sumOf } from './deviceCounts.ts';
import { isNarrowed, keysOf, nearKeysOf, orderOf, pageKeysOf, type Keys } from './deviceKeys.ts';
import { deviceRows } from './deviceRow.ts';
import { valueFilters, type ValueFilter } from './deviceValues.ts';
import { ACTIVE } from './jobRow.ts';
import { GROUP_IDS, groupIds } from './membershipStore.ts';
import type { Store } from './store.ts';
import { jsonOrNull, storedJson } from './storedJson.ts';
import { readRow } from './setAside.ts';

export interface QueueRow {
  readonly device: DeviceRecord;
  readonly batchName: string | null;
  readonly pendingChanges: number;
  /** The wishes for user, group tag and name whose changes were given up. */
  readonly failedWishes: readonly RefusedWish[];
  /** The wishes for them that have not reached Microsoft, or are not confirmed yet. */
  readonly openWishes: readonly OpenWish[];
  /** The groups in Entra that it is in; null where nobody had them read. */
  readonly groupIds: readonly string[] | null;
  /** How long a technician flow of its tenant may take; null where nobody said. */
  readonly tenantMinutes: number | null;
}

export type DeviceList = ReturnType<typeof createDeviceList>;

const pendingJobs = `(SELECT count(*) FROM job WHERE job.device_id = device.id AND job.state IN ('waiting', 'leased', 'retrying'))`;
const ofWish = (property: string): string => jsonOrNull('payload', `payload ->> '${property}'`);
const failedWishes = `(SELECT json_group_array(json_object('property', ${ofWish('property')}, 'value', ${ofWish('value')},
           'reason', ${jsonOrNull('reason', 'json(reason)')}))
    FROM job WHERE job.state = 'failed'
     AND job.wish IN ('change:user:' || device.id, 'change:groupTag:' || device.id, 'change:name:' || device.id))`;
const openWishes = `(SELECT json_group_array(json_object('property', ${ofWish('property')}, 'value', ${ofWish('value')},
           'isSent', json(CASE WHEN step = 'verify' OR ${jsonOrNull('progress', `progress ->> 'isResent'`)} THEN 'true' ELSE 'false' END)))
    FROM job WHERE job.state IN ${ACTIVE}
     AND job.wish IN ('change:user:' || device.id, 'change:groupTag:' || device.id, 'change:name:' || device.id))`;
/** Those that can be read: the jobs themselves are named where jobs are read, and no device goes off a list for one. */
const wishes = <Wish>(wish: z.ZodType<Wish>) =>
  storedJson(z.array(z.unknown())).transform((all) => all.flatMap((one) => wish.safeParse(one).data ?? []));
const extras = z.object({
  batchName: z.string().nullable(),
  pendingChanges: z.number(),
  failedWishes: wishes(refusedWish),
  openWishes: wishes(openWish),
  groupIds,
  tenantMinutes: z.number().nullable(),
});
const identified = deviceRecord.pick({ id: true });
const batch = z.object({ id: z.uuid(), name: z.string(), createdAt: z.iso.datetime(), devices: z.number() });
const counted = z.object({ n: z.number() });
const keyed = z.object({ key: z.number() });
const valued = z.object({ value: z.string() });
const stepped = z.object({ step: nextStepCode, devices: z.number() });

/** More values than these are no list to choose from. */
const MOST_VALUES = 200;

/** Reads the queue page by page: filtering, sorting and counting happen in SQLite, by its indexes. */
export function createDeviceList(store: Store) {
  const { database, setAside } = store;
  const counts = createDeviceCounts(store);
  const select = `SELECT ${deviceRows.columns}, import_batch.name AS batchName, ${pendingJobs} AS pendingChanges,
      ${failedWishes} AS failedWishes, ${openWishes} AS openWishes, ${GROUP_IDS} AS groupIds,
      (SELECT flow_minutes FROM tenant WHERE tenant.id = device.tenant_id) AS tenantMinutes
    FROM device LEFT JOIN import_batch ON import_batch.id = device.batch_id`;

  const isOnlyTenant = ({ tenantId }: WholeDeviceFilter): boolean =>
    tenantId === undefined || counts.total(tenantId) === counts.total(undefined);

  function matching(filter: WholeDeviceFilter): number {
    const combinations = counts.matching(filter);
    if (!isNarrowed(filter)) return sumOf(combinations);
    const keys = keysOf(filter, combinations, isOnlyTenant(filter));
    return counted.parse(database.prepare(`SELECT count(*) AS n FROM (${keys.select})`).get(keys.values)).n;
  }

  function idsOf(
    filter: WholeDeviceFilter,
    condition = '',
    values: Readonly<Record<string, string>> = {},
  ): readonly string[] {
    const keys = keysOf(filter, counts.matching(filter), isOnlyTenant(filter));
    const rows = database
      .prepare(`SELECT id, serial_number AS serialNumber FROM device WHERE rowid IN (${keys.select}) ${condition}`)
      .all({ ...keys.values, ...values });
    return setAside.rows('device', identified, rows).map(({ id }) => id);
  }

  const keysFrom = ({ select: keys, values }: Keys): readonly number[] =>
    z
      .array(keyed)
      .parse(database.prepare(`WITH page (key) AS (${keys}) SELECT key FROM page`).all(values))
      .map(({ key }) => key);

  /** The devices with these row numbers, in this order, as far as they are in the queue. */
  function atKeys(keys: readonly number[]): readonly QueueRow[] {
    const rows = database
      .prepare(
        `${select} JOIN json_each(@keys) AS wanted ON wanted.value = device.rowid
          WHERE device.removed_at IS NULL ORDER BY wanted.key`,
      )
      .all({ keys: JSON.stringify(keys) });
    return setAside.readable(rows, listed);
  }

  return {
    /** @param kept how many devices the filter keeps, where that is known already */
    page(input: DevicePage, kept = matching(input)): readonly QueueRow[] {
      if (kept === 0) return [];
      const total = counts.total(input.tenantId);
      const near = nearKeysOf(input, kept, total);
      const nearKeys = near === null ? [] : keysFrom(near);
      if (near !== null && nearKeys.length === Math.min(input.limit, kept - input.offset)) return atKeys(nearKeys);
      const keys = pageKeysOf(input, counts.matching(input), kept, total, isOnlyTenant(input));
      const rows = database
        .prepare(`${select} WHERE device.rowid IN (${keys.select}) ORDER BY ${orderOf(input)}`)
        .all(keys.values);
      return setAside.readable(rows, listed);
    },
    /** The row numbers of all that a filter keeps, in an order. */
    keysInOrder(order: DeviceOrder): readonly number[] {
      const kept = matching(order);
      if (kept === 0) return [];
      const total = counts.total(order.tenantId);
      const all = { ...order, offset: 0, limit: kept };
      const keys = pageKeysOf(all, counts.matching(order), kept, total, isOnlyTenant(order));
      return keysFrom(keys);
    },
    atKeys,
    /** The devices with these ids, as far as they are in the queue. */
    withIds(ids: readonly string[]): readonly QueueRow[] {
      const rows = database
        .prepare(`${select} WHERE device.id IN (SELECT value FROM json_each(@ids)) AND device.removed_at IS NULL`)
        .all({ ids: JSON.stringify(ids) });
      return setAside.readable(rows, listed);
    },
    /** How many of the devices with these ids stand at each next step. */
    nextStepsOf(ids: readonly string[]): Partial<Record<NextStepCode, number>> {
      const rows = database
        .prepare(
          `SELECT next_step AS step, count(*) AS devices FROM device
            WHERE id IN (SELECT value FROM json_each(@ids)) AND removed_at IS NULL GROUP BY next_step`,
        )
        .all({ ids: JSON.stringify(ids) });
      return Object.fromEntries(
        z
          .array(stepped)
          .parse(rows)
          .map(({ step, devices }) => [step, devices]),
      );
    },
    /** The values that the devices of a tenant have, one by one from the index: what they have in common is not walked. */
    valuesOf(filter: ValueFilter, tenantId: string): string[] {
      const { column, index } = valueFilters[filter];
      const next = database.prepare(
        `SELECT ${column} AS value FROM device INDEXED BY ${index}
          WHERE tenant_id = @tenantId AND removed_at IS NULL AND ${column} COLLATE NOCASE > @last
          ORDER BY ${column} COLLATE NOCASE LIMIT 1`,
      );
      const values: string[] = [];
      while (values.length < MOST_VALUES) {
        const found = next.get({ tenantId, last: values.at(-1) ?? '' });
        if (found === undefined) break;
        values.push(valued.parse(found).value);
      }
      return values;
    },
    ids: (filter: WholeDeviceFilter): readonly string[] => idsOf(filter),
    /** Of those that a filter keeps: whose technician flow had ended by then, or that are marked as expired. */
    idsToExpire: (filter: WholeDeviceFilter, endedBy: string): readonly string[] =>
      idsOf(filter, `AND (reseal = 'expired' OR bench_ended_at <= @endedBy)`, { endedBy }),
    /** How many devices a filter keeps. */
    matching,
    total: counts.total,
    byNextStep: counts.byNextStep,
    /** Of how many devices Microsoft holds something else than is wished. */
    differing: (tenantId: string | undefined): number =>
      matching(deviceFilter.parse({ tenantId, differsFromMicrosoft: true })),
    get(id: string): QueueRow | null {
      const row = database.prepare(`${select} WHERE device.id = ?`).get(id);
      return row === undefined ? null : listed(row);
    },
    batches: (tenantId: string | undefined) =>
      setAside.rows(
        'import_batch',
        batch,
        database
          .prepare(
            `SELECT import_batch.id, name, import_batch.created_at AS createdAt,
                      (SELECT count(*) FROM device WHERE device.batch_id = import_batch.id AND device.removed_at IS NULL) AS devices
                 FROM import_batch WHERE @tenantId IS NULL OR tenant_id = @tenantId ORDER BY import_batch.created_at DESC`,
          )
          .all({ tenantId: tenantId ?? null }),
      ),
  };
}

function listed(row: unknown): QueueRow {
  return { device: deviceRows.read(row), ...readRow('device', extras, row) };
}
