import { z } from 'zod';
import { deviceFields, deviceRecord, type DeviceRecord } from '../../shared/devices/device.ts';
import { schemasFor } from '../../shared/devices/deviceField.ts';
import { unreadable } from './setAside.ts';
import { storedJson } from './storedJson.ts';

/** What is no column of a device but a question about it, by the name under which its answer is read. */
const QUESTIONS: Readonly<Record<string, string>> = {
  hasHardwareHash: 'EXISTS (SELECT 1 FROM hash_capture WHERE hash_capture.device_id = device.id)',
  hasDeviceLink:
    'device.associated_at IS NOT NULL OR EXISTS (SELECT 1 FROM device_link WHERE device_link.device_id = device.id)',
  tagRule: `(SELECT json_object('groupTag', scenario_rule.group_tag, 'profile', scenario_rule.profile,
      'scenario', scenario_rule.scenario, 'joinType', scenario_rule.join_type)
    FROM scenario_rule
   WHERE scenario_rule.tenant_id = device.tenant_id AND scenario_rule.group_tag = device.group_tag)`,
  tenantDefault: `(SELECT json_object('scenario', tenant.default_scenario, 'joinType', tenant.default_join_type)
    FROM tenant
   WHERE tenant.id = device.tenant_id AND coalesce(tenant.default_scenario, tenant.default_join_type) IS NOT NULL)`,
  newestCaptureAt: '(SELECT max(taken_at) FROM hash_capture WHERE hash_capture.device_id = device.id)',
  isTakenOff: 'device.removed_at IS NOT NULL',
};

/** How some fields of a device are read from the table `device`. */
export interface DeviceReader<Device> {
  /** What to select. */
  readonly columns: string;
  /** @throws UnreadableRowError when the database holds what this program does not know */
  readonly read: (row: unknown) => Device;
}

/** @param schema of fields of the record, and of answers to `QUESTIONS` */
export function deviceReader<Device>(
  schema: z.ZodType<Device> & { readonly shape: z.core.$ZodShape },
): DeviceReader<Device> {
  const fields = Object.entries(schema.shape);
  const readings = fields.flatMap(([name, field]) => {
    const valueOf = readingOf(name, field);
    return valueOf === null ? [] : [[name, valueOf] as const];
  });
  return {
    columns: fields.map(([name]) => `${QUESTIONS[name] ?? `device.${columnOf(name)}`} AS ${name}`).join(', '),
    read(row) {
      const values: Record<string, unknown> = typeof row === 'object' ? { ...row } : {};
      try {
        for (const [name, valueOf] of readings) values[name] = valueOf(values[name]);
        return schema.parse(values);
      } catch (cause) {
        throw unreadable('device', row, cause);
      }
    },
  };
}

/** Said once for many devices: what cannot be read of that is named where it is read, and takes no device off a list. */
const SAID_ELSEWHERE = new Set(['tagRule', 'tenantDefault']);

const anyJson = storedJson(z.unknown());

/** What makes the value of a field of what SQLite holds: flags are numbers there, errors JSON; null where both are the same. */
function readingOf(name: string, field: z.core.$ZodType): ((stored: unknown) => unknown) | null {
  const bare = field instanceof z.ZodNullable ? field.unwrap() : field;
  if (SAID_ELSEWHERE.has(name)) return (stored) => z.safeParse(field, fromJson(stored)).data ?? null;
  if (bare instanceof z.ZodBoolean) return (stored) => (typeof stored === 'number' ? stored === 1 : stored);
  if (bare instanceof z.ZodObject) return fromJson;
  return null;
}

/** Text that is no JSON stays as it is, which no schema of an object takes. */
function fromJson(stored: unknown): unknown {
  const json = typeof stored === 'string' ? anyJson.safeParse(stored) : null;
  return json?.success === true ? json.data : stored;
}

/** The whole record. */
export const deviceRows = deviceReader(deviceRecord);

/** What a tenant says of many devices at once, for one of them. */
export const saidOfMany = deviceReader(deviceRecord.pick({ tagRule: true, tenantDefault: true }));

/** What following a device at Microsoft's needs of it. */
const followedDevice = z.object(schemasFor(deviceFields, 'tracking'));
export type FollowedDevice = z.infer<typeof followedDevice>;
export const followedRows = deviceReader(followedDevice);

export type StoredValues = Readonly<Record<string, string | number | null>>;

/**
 * What is known of a device, as SQLite holds it: numbers for flags, JSON for errors, ZTDIDs in lower case. What other
 * tables answer, such as whether it has a hash, is left out.
 */
export function valuesFromDevice(device: Partial<DeviceRecord>): StoredValues {
  const values: Record<string, string | number | null> = {};
  for (const [field, value] of Object.entries(device)) {
    if (Object.hasOwn(QUESTIONS, field)) continue;
    if (typeof value === 'boolean') values[field] = Number(value);
    else if (typeof value === 'object' && value !== null) values[field] = JSON.stringify(value);
    else values[field] = value;
  }
  if (typeof values['ztdId'] === 'string') values['ztdId'] = values['ztdId'].toLowerCase();
  return values;
}

/** The column of a field of the record: `ztdId` is kept as `ztd_id`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
