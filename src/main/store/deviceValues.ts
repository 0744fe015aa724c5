import type { WholeDeviceFilter } from '../../shared/devices/deviceFilter.ts';

/** A column by which devices are filtered, and the index that begins with the tenant and goes on with it. */
interface Indexed {
  readonly column: string;
  readonly index: string;
}

/** Filters by any of some values. */
export const valueFilters = {
  groupTags: { column: 'shown_group_tag', index: 'device_by_group_tag' },
  models: { column: 'model', index: 'device_by_model' },
  manufacturers: { column: 'manufacturer', index: 'device_by_manufacturer' },
  users: { column: 'shown_user', index: 'device_by_user' },
  profileNames: { column: 'profile_name', index: 'device_by_profile_name' },
  scenarios: { column: 'scenario', index: 'device_by_scenario' },
  shelves: { column: 'shelf', index: 'device_by_place' },
} as const satisfies Partial<Record<keyof WholeDeviceFilter, Indexed>>;
export type ValueFilter = keyof typeof valueFilters;
const valueNames = Object.keys(valueFilters).filter((name): name is ValueFilter => name in valueFilters);

const dayFilters = {
  created: { column: 'created_at', index: 'device_by_creation' },
  resealed: { column: 'resealed_at', index: 'device_by_reseal' },
  useBy: { column: 'use_by', index: 'device_by_use_by' },
} as const satisfies Readonly<Record<string, Indexed>>;
const dayNames = ['created', 'resealed', 'useBy'] as const;

/** One condition of a filter on one column. A device meets it that meets one of `either`, each of which is a range of the index. */
export interface ValueCondition extends Indexed {
  readonly either: readonly string[];
  /** The same as one range of the index, which is then in its order; null where it is more than one. */
  readonly range: string | null;
  /** Whether the device `one` meets it, as a place to look for in the index; null where that has no one place. */
  readonly isMetByOne: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** What a filter asks of the values of devices; empty where it asks nothing. */
export function valueConditionsOf(filter: WholeDeviceFilter): readonly ValueCondition[] {
  const conditions: ValueCondition[] = [];
  for (const name of valueNames) {
    if (filter[name].length > 0) conditions.push(anyOf(name, filter[name]));
  }
  const { column, index } = valueFilters.users;
  if (filter.isAssigned !== undefined) {
    const hasNone = foundIn(index, withoutValue(column));
    conditions.push({
      column,
      index,
      either: filter.isAssigned ? [`device.${column} COLLATE NOCASE > ''`] : withoutValue(column),
      range: filter.isAssigned ? `device.${column} COLLATE NOCASE > ''` : null,
      isMetByOne: filter.isAssigned ? `NOT ${hasNone}` : hasNone,
      values: {},
    });
  }
  for (const name of dayNames) {
    const from = filter[`${name}From`];
    const until = filter[`${name}Until`];
    if (from === undefined && until === undefined) continue;
    const of = dayFilters[name];
    const ends = [
      ...(from === undefined ? [`device.${of.column} > ''`] : [`device.${of.column} >= @${name}From`]),
      ...(until === undefined ? [] : [`device.${of.column} < @${name}Until`]),
    ];
    conditions.push({
      ...of,
      either: [ends.join(' AND ')],
      range: ends.join(' AND '),
      isMetByOne: null,
      values: {
        ...(from === undefined ? {} : { [`${name}From`]: startOf(from, 0) }),
        ...(until === undefined ? {} : { [`${name}Until`]: startOf(until, 1) }),
      },
    });
  }
  return conditions;
}

const withoutValue = (column: string): readonly string[] => [
  `device.${column} IS NULL`,
  `device.${column} COLLATE NOCASE = ''`,
];

const foundIn = (index: string, either: readonly string[]): string =>
  `(${either
    .map(
      (condition) => `EXISTS (SELECT 1 FROM device INDEXED BY ${index}
        WHERE device.tenant_id = one.tenant_id AND device.removed_at IS NULL AND ${condition} AND device.rowid = one.rowid)`,
    )
    .join(' OR ')})`;

function anyOf(name: ValueFilter, wanted: readonly string[]): ValueCondition {
  const { column, index } = valueFilters[name];
  const some = wanted.filter((value) => value !== '');
  const either = [
    ...(some.length === 0 ? [] : [`device.${column} COLLATE NOCASE IN (SELECT value FROM json_each(@${name}))`]),
    ...(some.length === wanted.length ? [] : withoutValue(column)),
  ];
  const wantedValue = (which: 'min' | 'max'): string =>
    `(SELECT ${which}(value COLLATE NOCASE) FROM json_each(@${name}))`;
  return {
    column,
    index,
    either,
    // From the first wanted value to the last: `IN` by itself would have all that it keeps sorted.
    range:
      some.length < wanted.length
        ? null
        : `device.${column} COLLATE NOCASE BETWEEN ${wantedValue('min')} AND ${wantedValue('max')}
            AND +device.${column} COLLATE NOCASE IN (SELECT value FROM json_each(@${name}))`,
    isMetByOne: foundIn(index, either),
    values: some.length === 0 ? {} : { [name]: JSON.stringify(some) },
  };
}

/** The instant at which a day begins on this computer, some days later. */
function startOf(day: string, later: number): string {
  const start = new Date(`${day}T00:00:00`);
  start.setDate(start.getDate() + later);
  return start.toISOString();
}
