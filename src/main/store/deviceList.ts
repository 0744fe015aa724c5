import { z } from 'zod';
import { openWish, type OpenWish } from '../../shared/assignment/heldValue.ts';
import { refusedWish, type RefusedWish } from '../../shared/assignment/refusedWish.ts';
import type { DevicePage, WholeDeviceFilter } from '../../shared/devices/deviceFilter.ts';
import { deviceFields, type DeviceRecord } from '../../shared/devices/device.ts';
import { schemasFor } from '../../shared/devices/deviceField.ts';
import { nextStepCode, type NextStepCode } from '../../shared/devices/nextStep.ts';
import { chosen, createConditions } from './conditions.ts';
import { columnOf, deviceRows } from './deviceRow.ts';
import { ACTIVE } from './jobRow.ts';
import type { Store } from './openStore.ts';

export interface QueueRow {
  readonly device: DeviceRecord;
  readonly batchName: string | null;
  readonly pendingChanges: number;
  /** The wishes for user, group tag and name whose changes were given up. */
  readonly failedWishes: readonly RefusedWish[];
  /** The wishes for them that have not reached Microsoft, or are not confirmed yet. */
  readonly openWishes: readonly OpenWish[];
}

/** As `isRead` says it: Microsoft has told what it holds of this registration. */
const isReadCondition = `device.microsoft_read_at IS NOT NULL AND device.registration IN ('registered', 'removing')`;

export type DeviceList = ReturnType<typeof createDeviceList>;

const sortColumns: Readonly<Record<DevicePage['sort'], string>> = {
  updated: 'device.updated_at',
  created: 'device.created_at',
  serialNumber: 'device.serial_number COLLATE NOCASE',
  model: 'model COLLATE NOCASE',
  nextStep: 'next_step',
  groupTag: `CASE WHEN ${isReadCondition} THEN held_group_tag ELSE group_tag END COLLATE NOCASE`,
  assignedUser: `CASE WHEN ${isReadCondition} THEN held_user ELSE assigned_user END COLLATE NOCASE`,
};

const pendingJobs = `(SELECT count(*) FROM job WHERE job.device_id = device.id AND job.state IN ('waiting', 'leased', 'retrying'))`;
const failedWishes = `(SELECT json_group_array(json_object('property', payload ->> 'property', 'value', payload ->> 'value', 'reason', json(reason)))
    FROM job WHERE job.state = 'failed'
     AND job.wish IN ('change:user:' || device.id, 'change:groupTag:' || device.id, 'change:name:' || device.id))`;
const openWishes = `(SELECT json_group_array(json_object('property', payload ->> 'property', 'value', payload ->> 'value',
           'isSent', json(CASE WHEN step = 'verify' OR progress ->> 'isResent' THEN 'true' ELSE 'false' END)))
    FROM job WHERE job.state IN ${ACTIVE}
     AND job.wish IN ('change:user:' || device.id, 'change:groupTag:' || device.id, 'change:name:' || device.id))`;
const differing = (property: string, isOther: string): string =>
  `(${isOther} AND NOT EXISTS (SELECT 1 FROM job WHERE job.state IN ${ACTIVE} AND job.wish = 'change:${property}:' || device.id))`;
/** As `heldValuesOf` and `isDifferent` say it; a test holds both against each other. */
const differsFromMicrosoft = `(${isReadCondition} AND (
  ${differing('groupTag', `coalesce(device.group_tag, '') <> coalesce(device.held_group_tag, '')`)}
  OR ${differing('user', `coalesce(device.assigned_user, '') <> coalesce(device.held_user, '') COLLATE NOCASE`)}
  OR ${differing('name', `coalesce(device.device_name, '') <> coalesce(device.held_name, '') COLLATE NOCASE`)}
  OR (device.purchase_order_in_file <> coalesce(device.purchase_order, '')
      AND (device.purchase_order IS NOT NULL OR device.purchase_order_elsewhere_at IS NOT NULL))))`;
const searched = Object.keys(schemasFor(deviceFields, 'search')).map(columnOf);
const extras = z.object({
  batchName: z.string().nullable(),
  pendingChanges: z.number(),
  failedWishes: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(refusedWish)),
  openWishes: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(openWish)),
});
const counted = z.object({ n: z.number() });

/** Reads the queue page by page: filtering, sorting and counting happen in SQLite. */
export function createDeviceList({ database }: Store) {
  const select = `SELECT ${deviceRows.columns}, import_batch.name AS batchName, ${pendingJobs} AS pendingChanges,
      ${failedWishes} AS failedWishes, ${openWishes} AS openWishes
    FROM device LEFT JOIN import_batch ON import_batch.id = device.batch_id`;

  return {
    page(input: DevicePage): readonly QueueRow[] {
      const { where, values } = conditionsOf(input);
      const direction = input.descending ? 'DESC' : 'ASC';
      return database
        .prepare(
          `${select} WHERE ${where} ORDER BY ${sortColumns[input.sort]} ${direction}, device.id LIMIT @limit OFFSET @offset`,
        )
        .all({ ...values, limit: input.limit, offset: input.offset })
        .map(listed);
    },
    ids(filter: WholeDeviceFilter): readonly string[] {
      const { where, values } = conditionsOf(filter);
      return z
        .array(z.object({ id: z.string() }))
        .parse(database.prepare(`SELECT id FROM device WHERE ${where}`).all(values))
        .map(({ id }) => id);
    },
    matching(filter: WholeDeviceFilter): number {
      const { where, values } = conditionsOf(filter);
      return counted.parse(database.prepare(`SELECT count(*) AS n FROM device WHERE ${where}`).get(values)).n;
    },
    /** How many devices stand at each next step, of one tenant or of all. */
    byNextStep(tenantId: string | undefined): Partial<Record<NextStepCode, number>> {
      const rows = database
        .prepare(
          `SELECT next_step AS code, count(*) AS n FROM device WHERE removed_at IS NULL AND (@tenantId IS NULL OR tenant_id = @tenantId) GROUP BY next_step`,
        )
        .all({ tenantId: tenantId ?? null });
      return Object.fromEntries(
        z
          .array(z.object({ code: nextStepCode, n: z.number() }))
          .parse(rows)
          .map(({ code, n }) => [code, n]),
      );
    },
    get(id: string): QueueRow | null {
      const row = database.prepare(`${select} WHERE device.id = ?`).get(id);
      return row === undefined ? null : listed(row);
    },
    batches: (tenantId: string | undefined) =>
      z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string(), devices: z.number() })).parse(
        database
          .prepare(
            `SELECT import_batch.id, name, import_batch.created_at AS createdAt,
                      (SELECT count(*) FROM device WHERE device.batch_id = import_batch.id AND removed_at IS NULL) AS devices
                 FROM import_batch WHERE @tenantId IS NULL OR tenant_id = @tenantId ORDER BY import_batch.created_at DESC`,
          )
          .all({ tenantId: tenantId ?? null }),
      ),
  };
}

function listed(row: unknown): QueueRow {
  return { device: deviceRows.read(row), ...extras.parse(row) };
}

/** The filter as SQL; every word of the search must be found somewhere. */
function conditionsOf(filter: WholeDeviceFilter): {
  readonly where: string;
  readonly values: Readonly<Record<string, string>>;
} {
  const { add, equal, fact, oneOf, where, values } = createConditions('device', 'device.removed_at IS NULL');
  equal('tenant_id', filter.tenantId);
  equal('batch_id', filter.batchId);
  oneOf('next_step', chosen(filter.nextSteps));
  oneOf('registration', chosen(filter.registration));
  oneOf('profile', chosen(filter.profile));
  oneOf('enrollment', chosen(filter.enrollment));
  oneOf('bench', chosen(filter.bench));
  oneOf('reseal', chosen(filter.reseal));
  if (filter.differsFromMicrosoft === true) fact(differsFromMicrosoft);
  for (const [index, word] of filter.search.split(/\s+/).filter(Boolean).entries()) {
    const somewhere = searched.map((column) => `device.${column} LIKE @word${index} ESCAPE '\\'`).join(' OR ');
    add(`(${somewhere})`, `word${index}`, `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  }
  return { where: where(), values };
}
