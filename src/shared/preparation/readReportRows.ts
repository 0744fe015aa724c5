import { z } from 'zod';
import type { PreparedDevice } from './preparedDevice.ts';

const column = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const record = z.record(z.string(), z.unknown());
const values = z.array(z.union([z.array(z.unknown()), record]));

/** The columns that are read, in lower case: how they are written is not the same everywhere. */
const COLUMNS = [
  'deviceid',
  'devicename',
  'serialnumber',
  'upn',
  'enrollmenttimeinutc',
  'currentprovisioningphase',
  'phase',
  'deploymentstatus',
  'deploymentdurationtimeinseconds',
  'resultcode',
] as const;
type Column = (typeof COLUMNS)[number];
const isKnown = (name: string): boolean => COLUMNS.some((known) => known === name.toLowerCase());

/**
 * The rows of the report of device preparation as its file has them: each a list in the order of the columns, or an object. Null
 * where the file is none. Numbers come as texts, texts as numbers; what cannot be read is not told.
 */
export function readReportRows(file: unknown): readonly PreparedDevice[] | null {
  const whole = record.safeParse(file);
  if (!whole.success) return null;
  const found = Object.fromEntries(Object.entries(whole.data).map(([name, value]) => [name.toLowerCase(), value]));
  const rows = values.safeParse(found['values']);
  const columns = z.array(column).safeParse(found['columns'] ?? []);
  if (!rows.success || !columns.success) return null;
  return rows.data.map((row, index) => {
    const named = Array.isArray(row)
      ? Object.fromEntries(columns.data.slice(0, row.length).map((name, place) => [name, row[place]]))
      : row;
    return deviceOf(named, index);
  });
}

function deviceOf(row: Readonly<Record<string, unknown>>, index: number): PreparedDevice {
  const byColumn = new Map(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
  const text = (name: Column): string | null => {
    const value = byColumn.get(name);
    if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  };
  const seconds = Number(text('deploymentdurationtimeinseconds') ?? Number.NaN);
  return {
    id: String(index + 1),
    deviceId: text('deviceid'),
    deviceName: text('devicename'),
    serialNumber: text('serialnumber'),
    userPrincipalName: text('upn'),
    enrolledAt: utcOf(text('enrollmenttimeinutc')),
    phase: text('currentprovisioningphase') ?? text('phase'),
    status: text('deploymentstatus'),
    durationSeconds: Number.isFinite(seconds) ? seconds : null,
    resultCode: text('resultcode'),
    others: Object.fromEntries(Object.entries(row).filter(([name]) => !isKnown(name))),
  };
}

/** `2026-01-02 03:04:05.6789012`, without a zone: it is UTC. Null for what is no time. */
function utcOf(text: string | null): string | null {
  if (text === null) return null;
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)\d*Z?$/.exec(text) ?? [];
  const at = new Date(`${day ?? ''}T${time ?? ''}Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
