import type { DeviceOrder, DevicePage, WholeDeviceFilter } from '../../shared/devices/deviceFilter.ts';
import { searchedWords } from '../../shared/devices/searchText.ts';
import { FAILING, STATUS_COLUMNS, type StatusCount } from './deviceCounts.ts';
import { hitsOf } from './deviceSearch.ts';
import { valueConditionsOf, type ValueCondition } from './deviceValues.ts';
import { differsFromMicrosoft } from './differsFromMicrosoft.ts';
import { planList } from './listPlan.ts';

/** Row numbers of devices, as SQL, and the values that it names. */
export interface Keys {
  readonly select: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}
const none: Condition = { sql: '', values: {} };

/** What a list is ordered by: an index, and its columns; devices that are alike in them stand as they came. */
const orders: Readonly<Record<DevicePage['sort'], { readonly index: string; readonly columns: readonly string[] }>> = {
  updated: { index: 'device_by_update', columns: ['updated_at'] },
  created: { index: 'device_by_creation', columns: ['created_at'] },
  serialNumber: { index: 'device_by_serial', columns: ['serial_number COLLATE NOCASE'] },
  manufacturer: { index: 'device_by_manufacturer', columns: ['manufacturer COLLATE NOCASE'] },
  model: { index: 'device_by_model', columns: ['model COLLATE NOCASE'] },
  nextStep: {
    index: 'device_by_status',
    columns: [...STATUS_COLUMNS, 'shown_group_tag COLLATE NOCASE', 'model COLLATE NOCASE'],
  },
  groupTag: { index: 'device_by_group_tag', columns: ['shown_group_tag COLLATE NOCASE'] },
  assignedUser: { index: 'device_by_user', columns: ['shown_user COLLATE NOCASE'] },
  profileName: { index: 'device_by_profile_name', columns: ['profile_name COLLATE NOCASE'] },
  scenario: { index: 'device_by_scenario', columns: ['scenario COLLATE NOCASE'] },
  shelf: { index: 'device_by_place', columns: ['shelf COLLATE NOCASE'] },
  resealed: { index: 'device_by_reseal', columns: ['resealed_at'] },
  useBy: { index: 'device_by_use_by', columns: ['use_by'] },
};

/** The order of a page, as the columns of `device`. */
export function orderOf({ sort, descending }: Pick<DeviceOrder, 'sort' | 'descending'>): string {
  const direction = descending ? 'DESC' : 'ASC';
  return [...orders[sort].columns, 'rowid'].map((column) => `device.${column} ${direction}`).join(', ');
}

/** Whether more than statuses narrows a filter: what is kept has to be counted by looking. */
export const isNarrowed = (filter: WholeDeviceFilter): boolean =>
  isNarrowedBesideValues(filter) || valueConditionsOf(filter).length > 0;

const valuesOf = (conditions: readonly ValueCondition[]): ValueCondition['values'] =>
  Object.fromEntries(conditions.flatMap(({ values }) => Object.entries(values)));

const isNarrowedBesideValues = (filter: WholeDeviceFilter): boolean =>
  filter.batchId !== undefined || filter.differsFromMicrosoft === true || searchedWords(filter.search).length > 0;

/**
 * All that a filter keeps, from indexes alone.
 * @param combinations the combinations of statuses that the filter keeps
 * @param isOnlyTenant whether no other tenant than the filter's has devices
 */
export function keysOf(filter: WholeDeviceFilter, combinations: readonly StatusCount[], isOnlyTenant: boolean): Keys {
  const conditions = valueConditionsOf(filter);
  const besideStatuses = isByStatuses(filter, conditions) ? conditions.filter(isBesideStatuses) : [];
  const sets = conditions
    .filter((condition) => !besideStatuses.includes(condition))
    .map(({ index, either, values }) => ({
      select: either
        .map(
          (condition) => `SELECT device.rowid FROM device INDEXED BY ${index}
          WHERE device.tenant_id ${filter.tenantId === undefined ? 'IN (SELECT id FROM tenant)' : '= @tenantId'}
            AND device.removed_at IS NULL AND ${condition}`,
        )
        .join(' UNION ALL '),
      values,
    }));
  const [firstSet, ...otherSets] = sets;
  if (firstSet === undefined) return keysBesideValues(filter, combinations, besideStatuses, isOnlyTenant);
  const isByValuesAlone = !isNarrowedBesideValues(filter) && !hasStatuses(filter) && besideStatuses.length === 0;
  // What is walked costs less than what is looked up in: statuses keep more devices than a value does.
  const walked = isByValuesAlone ? firstSet : keysBesideValues(filter, combinations, besideStatuses, isOnlyTenant);
  const lookedUp = isByValuesAlone ? otherSets : sets;
  const isIn = lookedUp.map(({ select }) => `key IN (${select})`).join(' AND ');
  return {
    select: `WITH kept (key) AS (${walked.select}) SELECT key FROM kept ${isIn && `WHERE ${isIn}`}`,
    values: {
      ...(filter.tenantId === undefined ? {} : { tenantId: filter.tenantId }),
      ...walked.values,
      ...valuesOf(conditions),
    },
  };
}

/** Whether the index of the statuses goes on with the column of a condition. */
const isBesideStatuses = ({ index }: ValueCondition): boolean =>
  index === 'device_by_group_tag' || index === 'device_by_model';

/** Whether that index tells best what a filter keeps: alone, the index of a value is read to fewer ends. */
function isByStatuses(filter: WholeDeviceFilter, conditions: readonly ValueCondition[]): boolean {
  if (isNarrowedBesideValues(filter)) return false;
  return hasStatuses(filter) || conditions.filter(isBesideStatuses).length > 1;
}

/** @param besideStatuses conditions of columns that stand in the index of the statuses, where that is read */
function keysBesideValues(
  filter: WholeDeviceFilter,
  combinations: readonly StatusCount[],
  besideStatuses: readonly ValueCondition[],
  isOnlyTenant: boolean,
): Keys {
  const words = searchedWords(filter.search);
  const hits = words.length === 0 ? null : hitsOf(words);
  const tenant =
    filter.tenantId === undefined ? none : { sql: ' AND tenant_id = @tenantId', values: { tenantId: filter.tenantId } };
  if (filter.differsFromMicrosoft === true) {
    // Few do, and one index holds those that may.
    const each = eachCondition(filter);
    return {
      select: `SELECT device.rowid FROM device INDEXED BY device_may_differ
        WHERE device.may_differ = 1 AND device.removed_at IS NULL${tenant.sql}${each.sql}`,
      values: { ...tenant.values, ...each.values },
    };
  }
  if (filter.batchId !== undefined) {
    const statuses = statusCondition(filter);
    const among = hits === null ? '' : ` AND +rowid IN (${hits.select})`;
    return {
      select: `SELECT rowid FROM device INDEXED BY device_by_batch
        WHERE batch_id = (SELECT id FROM import_batch WHERE id = @batchId${tenant.sql}) AND removed_at IS NULL${statuses.sql}${among}`,
      values: { ...hits?.values, ...tenant.values, ...statuses.values, batchId: filter.batchId },
    };
  }
  if (hits !== null && !hasStatuses(filter)) {
    if (isOnlyTenant) return hits;
    return {
      select: `SELECT key FROM device_text WHERE key IN (${hits.select})${tenant.sql}`,
      values: { ...hits.values, ...tenant.values },
    };
  }
  const columns = ['tenant_id', ...STATUS_COLUMNS];
  const isOne = columns.map((column, place) => `device.${column} = combination.value ->> ${place}`);
  const isIn = hits === null ? [] : [`+device.rowid IN (${hits.select})`];
  // One range of the index for each combination and each way of meeting the conditions.
  const ways = besideStatuses.reduce<readonly (readonly string[])[]>(
    (found, { either }) => found.flatMap((way) => either.map((condition) => [...way, condition])),
    [[]],
  );
  return {
    select: ways
      .map(
        (way) => `SELECT device.rowid FROM json_each(@combinations) AS combination
        CROSS JOIN device INDEXED BY device_by_status
        WHERE ${[...isOne, ...way, 'device.removed_at IS NULL', ...isIn].join(' AND ')}`,
      )
      .join(' UNION ALL '),
    values: {
      ...hits?.values,
      ...valuesOf(besideStatuses),
      combinations: JSON.stringify(
        combinations.map((combination) => [
          combination.tenant_id,
          ...STATUS_COLUMNS.map((column) => combination[column]),
        ]),
      ),
    },
  };
}

/**
 * One page of what a filter keeps.
 * @param combinations the combinations of statuses that the filter keeps
 * @param matching how many devices the filter keeps
 * @param total how many its tenants have
 * @param isOnlyTenant whether no other tenant than the filter's has devices
 */
export function pageKeysOf(
  page: DevicePage,
  combinations: readonly StatusCount[],
  matching: number,
  total: number,
  isOnlyTenant: boolean,
): Keys {
  const { offset, limit, descending } = fromNearerEnd(page, matching);
  const order = orderOf({ sort: page.sort, descending });
  const keys = keysOf(page, combinations, isOnlyTenant);
  // What devices have in common often comes and changes together: walking an order may meet none for long.
  const isByValues = valueConditionsOf(page).length > 0;
  const planned = planList(matching, total, offset + limit);
  const plan = isByValues && planned === 'walk' ? 'set' : planned;
  if (plan === 'sort') {
    return {
      select: `SELECT rowid FROM device WHERE rowid IN (${keys.select}) ORDER BY ${order} LIMIT @limit OFFSET @offset`,
      values: { ...keys.values, limit, offset },
    };
  }
  const tenants = [...new Set(combinations.map(({ tenant_id: tenantId }) => tenantId))];
  const range = rangeOf(page);
  const among =
    matching === total || range?.isAll === true
      ? none
      : plan === 'set'
        ? { sql: ` AND +device.rowid IN (${keys.select})`, values: keys.values }
        : eachCondition(page);
  const condition = { sql: `${range?.sql ?? ''}${among.sql}`, values: { ...range?.values, ...among.values } };
  const { index, columns } = orders[page.sort];
  const walk = (number: number, end: string): string => `
    SELECT device.rowid AS key, ${columns.map((column, place) => `device.${column} AS sorted${place}`).join(', ')}
      FROM device INDEXED BY ${index}
      WHERE device.tenant_id = @tenant${number} AND device.removed_at IS NULL${condition.sql}
      ORDER BY ${order} ${end}`;
  const values = {
    ...condition.values,
    ...Object.fromEntries(tenants.map((tenantId, number) => [`tenant${number}`, tenantId])),
    limit,
    offset,
  };
  if (tenants.length < 2) return { select: `SELECT key FROM (${walk(0, 'LIMIT @limit OFFSET @offset')})`, values };
  const direction = descending ? 'DESC' : 'ASC';
  const merged = tenants.map((_, number) => `SELECT * FROM (${walk(number, 'LIMIT @limit + @offset')})`);
  const sorted = columns.map((column, place) => `sorted${place}${column.includes('NOCASE') ? ' COLLATE NOCASE' : ''}`);
  return {
    select: `SELECT key FROM (${merged.join(' UNION ALL ')})
      ORDER BY ${[...sorted, 'key'].map((column) => `${column} ${direction}`).join(', ')} LIMIT @limit OFFSET @offset`,
    values,
  };
}

/** The same page, counted from the other end of the list where that is nearer: the farthest is the middle, not the end. */
function fromNearerEnd(
  { offset, limit, descending }: DevicePage,
  matching: number,
): Pick<DevicePage, 'offset' | 'limit' | 'descending'> {
  const shown = Math.min(limit, matching - offset);
  const after = matching - offset - shown;
  if (shown <= 0 || after >= offset) return { offset, limit, descending };
  return { offset: after, limit: shown, descending: !descending };
}

/** The part of the order that a filter by its own column keeps, and whether that is all that is asked. */
function rangeOf(page: DevicePage): (Condition & { readonly isAll: boolean }) | null {
  const conditions = valueConditionsOf(page);
  const own = conditions.find(({ index }) => index === orders[page.sort].index);
  if (own === undefined || own.range === null) return null;
  const isAll = conditions.length === 1 && !isNarrowedBesideValues(page) && !hasStatuses(page);
  return { sql: ` AND ${own.range}`, values: own.values, isAll };
}

/** More than this is walked only where it must be: hits may be rarer here than elsewhere. */
const leastWalked = 1_000;

/**
 * The same where devices are filtered by their values and many are kept: those of the page that stand near the beginning of the order,
 * which is mostly all of it. Null where that is no way: what is found then may be too few, and `pageKeysOf` finds all.
 */
export function nearKeysOf(page: DevicePage, matching: number, total: number): Keys | null {
  const { offset, limit, tenantId } = page;
  const conditions = valueConditionsOf(page);
  const isMet = conditions.flatMap(({ isMetByOne }) => isMetByOne ?? []);
  const isWay = conditions.length > 0 && isMet.length === conditions.length && tenantId !== undefined;
  if (!isWay || rangeOf(page) !== null || matching === total || planList(matching, total, offset + limit) !== 'walk')
    return null;
  const each = eachCondition(page);
  const expected = Math.ceil(((offset + limit) / matching) * total);
  return {
    select: `SELECT one.rowid AS key
        FROM (SELECT device.rowid AS key FROM device INDEXED BY ${orders[page.sort].index}
               WHERE device.tenant_id = @tenantId AND device.removed_at IS NULL
               ORDER BY ${orderOf(page)} LIMIT @walked) AS walked
        CROSS JOIN device AS one ON one.rowid = walked.key
       WHERE ${isMet.join(' AND ')} ${each.sql.replaceAll('device.', 'one.')}
       LIMIT @limit OFFSET @offset`,
    values: {
      ...each.values,
      ...valuesOf(conditions),
      tenantId,
      walked: Math.max(leastWalked, 2 * expected),
      limit,
      offset,
    },
  };
}

const wantedOf = (filter: WholeDeviceFilter): Readonly<Record<(typeof STATUS_COLUMNS)[number], readonly string[]>> => ({
  next_step: filter.nextSteps,
  registration: filter.registration,
  profile: filter.profile,
  enrollment: filter.enrollment,
  bench: filter.bench,
  reseal: filter.reseal,
});

const hasStatuses = (filter: WholeDeviceFilter): boolean =>
  filter.failed === true || Object.values(wantedOf(filter)).some((wanted) => wanted.length > 0);

/** A filter, device by device. */
function eachCondition(filter: WholeDeviceFilter): Condition {
  const statuses = statusCondition(filter);
  const words = searchedWords(filter.search);
  const text = '(SELECT text FROM device_text WHERE key = device.rowid)';
  return {
    sql: [
      statuses.sql,
      filter.batchId === undefined ? '' : ' AND device.batch_id = @batchId',
      filter.differsFromMicrosoft === true ? ` AND ${differsFromMicrosoft}` : '',
      ...words.map((_, number) => ` AND instr(${text}, @word${number}) > 0`),
    ].join(''),
    values: {
      ...statuses.values,
      ...(filter.batchId === undefined ? {} : { batchId: filter.batchId }),
      ...Object.fromEntries(words.map((word, number) => [`word${number}`, word])),
    },
  };
}

function statusCondition(filter: WholeDeviceFilter): Condition {
  const wanted = Object.entries(wantedOf(filter)).filter(([, values]) => values.length > 0);
  return {
    sql: [
      ...wanted.map(([column]) => ` AND device.${column} IN (SELECT value FROM json_each(@${column}))`),
      filter.failed === true ? ` AND (${FAILING.map((column) => `device.${column} = 'failed'`).join(' OR ')})` : '',
    ].join(''),
    values: Object.fromEntries(wanted.map(([column, values]) => [column, JSON.stringify(values)])),
  };
}
