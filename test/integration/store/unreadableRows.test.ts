import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { openSqlite, type SqliteDatabase } from '../../../src/main/store/sqlite.ts';
import { contract } from '../../../src/shared/api/contract.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { makeWholeQueue, type Corner, type WholeQueue } from '../../rigs/wholeQueue.ts';

const now = () => new Date('2026-12-02T07:02:00Z');
const folder = temporaryFolder();
const whole = join(folder.path, 'whole');
let queue: WholeQueue;

const ofNothing = () => ({});
const ofTenant = ({ tenantId }: Corner) => ({ tenantId });
const ofDevices = ({ deviceId }: Corner) => ({ deviceIds: [deviceId] });
const ofDevice = ({ deviceId }: Corner) => ({ deviceId });
const withId = ({ deviceId }: Corner) => ({ id: deviceId });

const ofCorner: Readonly<Record<string, (corner: Corner) => object>> = {
  'assignment.differences': ofDevices,
  'assignment.names': ({ deviceId }) => ({ deviceIds: [deviceId], pattern: 'PC-%SERIAL%' }),
  'bench.needsLook': ofTenant,
  'checklists.get': ({ checklistId }) => ({ id: checklistId }),
  'checklists.list': ofTenant,
  'devices.list': ofTenant,
  'devices.ids': ofTenant,
  'devices.get': withId,
  'devices.timeline': withId,
  'devices.find': ({ serialNumber }) => ({ serialNumber }),
  'devices.inTenant': ofTenant,
  'devices.batches': ofTenant,
  'erasure.planDevice': ofDevice,
  'esp.list': ofTenant,
  'groups.rules': ofTenant,
  'identifiers.list': ofTenant,
  'identifiers.withDeviceLink': ofTenant,
  'identifiers.associations': ofTenant,
  'jobs.list': ofTenant,
  'jobs.batches': ofTenant,
  'jobs.status': ofTenant,
  'preparation.list': ofTenant,
  'preparation.report': ofTenant,
  'profiles.list': ofTenant,
  'registration.progress': ofDevices,
  'removal.records': ofDevices,
  'scans.find': ({ serialNumber }) => ({ text: serialNumber }),
  'scenarios.rules': ofTenant,
  'tracking.events': ofDevice,
};
const ofAll: Readonly<Record<string, () => object>> = {
  'audit.list': ofNothing,
  'audit.head': ofNothing,
  'audit.verify': ofNothing,
  'audit.export': () => ({ format: 'json' }),
  'backups.list': ofNothing,
  'backups.health': ofNothing,
  'boards.donors': ofNothing,
  'checklists.list': () => ({ open: true }),
  'devices.list': () => ({ search: 'whole' }),
  'devices.batches': ofNothing,
  'jobs.list': ofNothing,
  'jobs.batches': ofNothing,
  'jobs.status': ofNothing,
  'retention.plan': ofNothing,
  'settings.read': ofNothing,
  'tenants.list': ofNothing,
  'intake.unfinished': ofNothing,
};

async function answers(backend: Backend, corner: Corner | null): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  const asked = corner === null ? Object.entries(ofAll).map(([n, f]) => [n, f()] as const) : Object.entries(ofCorner).map(([n, f]) => [n, f(corner)] as const);
  for (const [name, input] of asked) found[name] = await backend.dispatch(name, input);
  return found;
}

function start(path: string): Backend {
  const ports = testPorts(path, { log: { info: () => undefined, warn: () => undefined, error: (event, facts) => { if (event !== 'row.setAside') console.log('LOG', event, facts); } } });
  return createBackend({ ...ports, clock: { ...ports.clock, now } });
}

beforeAll(async () => {
  queue = makeWholeQueue(whole, now);
  await start(whole).close();
});
afterAll(() => folder.remove());

const names = z.array(z.string());
const tablesOf = (database: SqliteDatabase) =>
  names.parse(database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all());

test('explore', { timeout: 600_000 }, async () => {
  const base = join(folder.path, 'base');
  cpSync(whole, base, { recursive: true });
  const backend = start(base);
  const one = await answers(backend, queue.one);
  for (const [name, outcome] of Object.entries({ ...one, ...await answers(backend, queue.other), ...(await answers(backend, null)) })) {
    const o = outcome as { ok: boolean };
    if (!o.ok) console.log('BASE', name, JSON.stringify(outcome));
  }
  console.log(JSON.stringify(await ask(backend, 'backups.health', {})));
  await backend.close();
  const database = openSqlite(join(whole, 'reseal.db'));
  const tables = tablesOf(database);
  const cases: [string, string, string][] = [];
  for (const table of tables) {
    const columns = z.array(z.object({ name: z.string(), type: z.string(), hidden: z.number() })).parse(database.prepare('SELECT name, type, hidden FROM pragma_table_xinfo(?)').all(table));
    for (const { name, type, hidden } of columns) {
      if (type !== 'TEXT' || hidden !== 0) continue;
      const sample = database.prepare(`SELECT ${name} FROM ${table} WHERE ${name} IS NOT NULL LIMIT 1`).pluck().get();
      const isJson = typeof sample === 'string' && /^[[{]/.test(sample) || (table === 'setting' && name === 'value');
      for (const value of isJson ? ['{', '7', '{"code":"nobody.knows"}'] : ['{']) cases.push([table, name, value]);
    }
  }
  database.close();
  console.log(cases.length);
  for (const [table, column, value] of cases.filter(([t]) => process.env['ONLY'] === undefined || t === process.env['ONLY'])) {
    const path = join(folder.path, 'broken');
    rmSync(path, { recursive: true, force: true });
    cpSync(whole, path, { recursive: true });
    const raw = openSqlite(join(path, 'reseal.db'));
    raw.pragma('ignore_check_constraints = ON');
    raw.pragma('foreign_keys = OFF');
    for (const name of names.parse(raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit%'").pluck().all())) raw.exec(`DROP TRIGGER ${name}`);
    const keys = names.parse(raw.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0').pluck().all(table)).join(', ') || 'rowid';
    try {
      raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE (${keys}) = (SELECT ${keys} FROM ${table} ORDER BY ${table === 'setting' ? "name = 'settings'" : keys.includes('tenant_id') ? 'tenant_id' : 'rowid'} DESC LIMIT 1)`).run(value);
    } catch (error) { console.log('NOT BROKEN', table, column, String(error)); raw.close(); continue; }
    raw.close();
    const say = (...rest: unknown[]) => console.log(`${table}.${column} ${value}:`, ...rest);
    let started: Backend;
    try { started = start(path); } catch (error) { say('START', String(error)); continue; }
    const mine = await answers(started, queue.one);
    for (const [name, outcome] of Object.entries(mine)) if (JSON.stringify(outcome) !== JSON.stringify(one[name])) say('ONE', name, JSON.stringify(outcome).slice(0, 300));
    for (const [name, outcome] of [...Object.entries(await answers(started, queue.other)), ...Object.entries(await answers(started, null))] as [string, { ok: boolean }][]) if (!outcome.ok) say(name, JSON.stringify(outcome).slice(0, 200));
    const { setAside } = await ask(started, 'backups.health', {});
    say('NAMED', JSON.stringify(setAside.map((row) => [row.table, row.column, row.id, row.serialNumber])));
    await started.close();
  }
  void contract; void expect;
});
