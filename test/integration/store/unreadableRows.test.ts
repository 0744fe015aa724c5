import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { createBenchRunStore } from '../../../src/main/store/benchRunStore.ts';
import { createColumnMappingStore } from '../../../src/main/store/columnMappingStore.ts';
import { createKeptPreviewStore } from '../../../src/main/store/keptPreviewStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { UnreadableRow } from '../../../src/main/store/setAside.ts';
import { openSqlite, type SqliteDatabase } from '../../../src/main/store/sqlite.ts';
import { createTrackingStore } from '../../../src/main/store/trackingStore.ts';
import { contract } from '../../rigs/wholeContract.ts';
import type { Outcome } from '../../../src/shared/outcome/outcome.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { makeWholeQueue, type Corner, type WholeQueue } from '../../rigs/wholeQueue.ts';
import { ofAll, ofCorner, ofTenant, readingNothingElse } from './askedQueries.ts';

/*
 * A queue with rows in every table, in two corners that have nothing in common. Each column of each table is broken in one of
 * them, past the checks of the database. The tables and columns are the database's own, so that a new one is broken too.
 */
const now = () => new Date('2026-12-02T07:02:00Z');
const folder = temporaryFolder();
const whole = join(folder.path, 'whole');
let queue: WholeQueue;
let before: Answers;

/** Any text is as good there as another: it is what somebody wrote or told, it names another row, or it is only there to be kept. */
const anyTextWillDo: Readonly<Record<string, string>> = {
  attachment: 'device_id bench_run_id name media_type thumbnail added_by',
  attachment_piece: 'attachment_id',
  audit_pruned: 'at',
  bench_act: 'device_id step at technician',
  bench_run: 'device_id error_code override_reason technician',
  budget: 'tenant_id name',
  checklist: 'device_id template_id',
  checklist_mark: 'checklist_id item_id note by',
  checklist_template: 'id',
  consent: 'tenant_id link changed_by verified_by',
  own_checklist: 'id based_on changed_by',
  column_mapping: 'header created_at',
  deployment_event: 'id device_id',
  device: `serial_number manufacturer model product_key_id smbios_uuid tpm_endorsement_key_sha256 tpm_version group_tag
    assigned_user assigned_user_name device_name order_number ztd_id expected_profile profile_detail profile_name
    enrollment_detail managed_device_id entra_device_id removed_at remediation_detail computer_account purchase_order
    registered_serial_number purchase_order_in_file profile_usage held_group_tag held_user held_user_name held_name
    shelf tpm_confirmed_by partner_file_name profile_on_page intune_contact_told deleted_managed_device_id associated_at`,
  device_event: 'device_id sentence from_value to_value source',
  device_link: 'id tenant_id text device_id',
  device_text: 'tenant_id text',
  donor_mark: `serial_number manufacturer model product_key_id ztd_id smbios_uuid tpm_endorsement_key_sha256 reason
    marked_by lifted_by lift_reason`,
  erased_device: 'id key serial_digest erased_at erased_by reason',
  hash_capture: 'device_id os_build source batch_id',
  import_batch: 'tenant_id name files',
  import_row: 'batch_id file status serial_number issues device_id corrections',
  job: 'kind step wish tenant_id waits_for scheduled_at lease_owner batch_id request_id',
  kept_preview: 'id tenant_id outline',
  kept_preview_entry: 'preview_id at',
  kept_preview_piece: 'preview_id',
  kept_preview_source: 'preview_id name',
  listed_device: 'tenant_id ztd_id serial_number manufacturer model product_key_id group_tag purchase_order',
  migration: 'name',
  person: 'pseudonym key address name erased_at',
  removal: `device_id tenant_name serial_number manufacturer model autopilot_id intune_id computer_account
    account_deleted_by note confirmed_by`,
  runner: 'id host',
  scan: 'raw kind device_id verdict',
  scenario_rule: 'tenant_id group_tag profile',
  secret: 'name value',
  setting: 'name',
  shift_note: 'id technician text',
  tenant: `name directory_id client_id graph_root authority certificate_thumbprint certificate_key_file account
    removed_at`,
  tenant_checklist_mark: 'tenant_id template_id item_id note by',
  tenant_reading: 'tenant_id of',
  tenant_row: 'tenant_id of id found_by state',
  tracking: 'tenant_id failed_at failure_kind',
};

/** Read by no query: alarms are only looked for, and what was entered is read when it is taken back. */
const neverRead = new Set(['alarm', 'entered_value']);

/** Worked out of other rows, and made anew at the next start. */
const madeAnew = new Set([
  'device.next_step',
  'device.scenario',
  'device.use_by',
  ...statusesOf('device_count'),
  'device_count.tenant_id',
]);
/** Part of the chain: what was changed there, a check of the audit log tells. */
const chained = new Set([
  ...['who', 'account', 'action', 'sentence', 'previous', 'digest'].map((column) => `audit_event.${column}`),
  'audit_pruned.digest',
]);
/** The queue is of another build then, and left as it is, in words. */
const refusesStart = new Set(['migration.checksum']);

function statusesOf(table: string): string[] {
  return ['next_step', 'registration', 'profile', 'enrollment', 'bench', 'reseal'].map((name) => `${table}.${name}`);
}

type Answers = Readonly<Record<string, Outcome<unknown>>>;

async function answersOf(backend: Backend, asked: Readonly<Record<string, object>>): Promise<Answers> {
  const answers: Record<string, Outcome<unknown>> = {};
  for (const [name, input] of Object.entries(asked)) answers[name] = await backend.dispatch(name, input);
  return answers;
}

const about = (backend: Backend, corner: Corner): Promise<Answers> =>
  answersOf(backend, Object.fromEntries(Object.entries(ofCorner).map(([name, input]) => [name, input(corner)])));
const aboutAll = (backend: Backend): Promise<Answers> =>
  answersOf(backend, Object.fromEntries(Object.entries(ofAll).map(([name, input]) => [name, input()])));

function start(path: string): Backend {
  const ports = testPorts(path);
  return createBackend({ ...ports, clock: { ...ports.clock, now } });
}

const texts = z.array(z.string());
const tablesOf = (database: SqliteDatabase): readonly string[] =>
  texts.parse(
    database
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'device_trigram%'`,
      )
      .pluck()
      .all(),
  );
const columnsOf = (database: SqliteDatabase, table: string): readonly string[] =>
  texts.parse(
    database.prepare(`SELECT name FROM pragma_table_xinfo(?) WHERE type = 'TEXT' AND hidden = 0`).pluck().all(table),
  );

/** How many rows each table has; of those that are made anew, whether it has any. */
function rowsOf(path: string): Readonly<Record<string, unknown>> {
  const database = openSqlite(join(path, 'reseal.db'), { readonly: true });
  const isDerived = (table: string) => table === 'device_count' || table === 'setting';
  const counts = tablesOf(database).map((table) => [
    table,
    database
      .prepare(`SELECT ${isDerived(table) ? 'count(*) > 1' : 'count(*)'} FROM ${table}`)
      .pluck()
      .get(),
  ]);
  database.close();
  return z.record(z.string(), z.unknown()).parse(Object.fromEntries(counts));
}

/** A copy of the queue in which the other corner's rows of a table hold a value in some columns; all of them, or the newest. */
function broken(table: string, columns: readonly string[], value: string): string {
  const path = join(folder.path, 'broken');
  rmSync(path, { recursive: true, force: true });
  cpSync(whole, path, { recursive: true });
  const database = openSqlite(join(path, 'reseal.db'));
  database.pragma('ignore_check_constraints = ON');
  database.pragma('foreign_keys = OFF');
  const triggers = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'audit%'`);
  for (const trigger of texts.parse(triggers.pluck().all())) database.exec(`DROP TRIGGER ${trigger}`);
  const { tenantId, deviceId } = queue.other;
  for (const column of columns) {
    const has = (name: string) => columnsOf(database, table).includes(name) && !columns.includes(name);
    const isOther = has('device_id')
      ? `device_id = '${deviceId}'`
      : has('tenant_id')
        ? `tenant_id = '${tenantId}'`
        : null;
    const newest = table === 'setting' ? `name = 'settings'` : `rowid = (SELECT max(rowid) FROM ${table})`;
    const first = `SELECT * FROM ${table} ORDER BY tenant_id DESC LIMIT 1`;
    const ways = [isOther, newest, `(tenant_id, ${column}) IS (SELECT tenant_id, ${column} FROM (${first}))`];
    const isDone = ways.some(
      (where) => where !== null && didBreak(database, `UPDATE ${table} SET ${column} = ? WHERE ${where}`, value),
    );
    if (!isDone) throw new Error(`${table}.${column} cannot be broken.`);
  }
  database.close();
  return path;
}

/** False where two rows may not hold the same value, or the table has no row numbers. */
function didBreak(database: SqliteDatabase, sql: string, value: string): boolean {
  try {
    return database.prepare(sql).run(value).changes > 0;
  } catch {
    return false;
  }
}

/** What only acts read: taking back, resuming an import, reading files and reports. */
function namedByActs(path: string): readonly UnreadableRow[] {
  const store = openStore(path, now);
  const { setAside } = store;
  setAside.orNull(() => createBenchRunStore(store).lastAct(queue.other.deviceId));
  createColumnMappingStore(store, now).read('header 2');
  createTrackingStore(store, now).eventsReadAt(queue.other.tenantId);
  const kept = createKeptPreviewStore(store, now);
  kept.list();
  for (const id of texts.parse(store.database.prepare('SELECT id FROM kept_preview').pluck().all())) {
    setAside.orNull(() => kept.get(id));
    setAside.orNull(() => kept.entriesAfter(id, 0));
  }
  const found = setAside.list();
  store.close();
  return found;
}

beforeAll(async () => {
  queue = makeWholeQueue(whole, now);
  const backend = start(whole);
  before = await about(backend, queue.one);
  const refused = { ...before, ...(await about(backend, queue.other)), ...(await aboutAll(backend)) };
  expect(Object.entries(refused).filter(([, outcome]) => !outcome.ok)).toEqual([]);
  expect((await ask(backend, 'backups.health', {})).setAside).toEqual([]);
  await backend.close();
}, 120_000);
afterAll(() => folder.remove());

test('every query is asked', () => {
  const queries = Object.entries(contract).filter(([, { kind }]) => kind === 'query');
  const known = [...Object.keys(ofCorner), ...Object.keys(ofAll), ...readingNothingElse];
  expect(new Set(queries.map(([name]) => name))).toEqual(new Set(known));
});

test('the queue has rows in every table', () => {
  const empty = Object.entries(rowsOf(whole)).filter(([, rows]) => rows === 0);
  expect(empty).toEqual([]);
});

/** Starts with a broken row, and gives what is named and what the check of the audit log says. */
async function expectTheRest(path: string, table: string) {
  const rows = rowsOf(path);
  const backend = start(path);
  expect(await about(backend, queue.one)).toEqual(before);
  const others = Object.entries(await about(backend, queue.other));
  const refused = others.flatMap(([name, outcome]) => (outcome.ok ? [] : [[name, outcome.error.code] as const]));
  const isList = (name: string) => ofCorner[name] === ofTenant;
  expect(refused.filter(([, code]) => code !== 'damaged' && code !== 'not-found')).toEqual([]);
  expect(refused.filter(([name]) => isList(name) && table !== 'tenant')).toEqual([]);
  expect(Object.entries(await aboutAll(backend)).filter(([, outcome]) => !outcome.ok)).toEqual([]);
  const { setAside } = await ask(backend, 'backups.health', {});
  const { verdict } = await ask(backend, 'audit.verify', {});
  await backend.close();
  expect(rowsOf(path)).toEqual(rows);
  return { named: [...setAside, ...namedByActs(path)], verdict };
}

const database = (() => {
  const path = join(temporaryFolder().path, 'empty');
  return openStore(path, now).database;
})();
const isJson = (column: string): boolean =>
  /^(document|subjects|properties|policies|problem|columns|entry|definition|microsoft|membership|act|left_in_entra|value|.*_error|state_.*)$/.test(
    column,
  );
const tables = tablesOf(database).filter((table) => !neverRead.has(table));
const anyText = tables.map((table) => [table, (anyTextWillDo[table] ?? '').split(/\s+/).filter(Boolean)] as const);
const read = tables.flatMap((table) => {
  const free = new Set(anyText.find(([name]) => name === table)?.[1]);
  return columnsOf(database, table)
    .filter((column) => !free.has(column))
    .flatMap((column) => {
      const name = `${table}.${column}`;
      return (isJson(column) ? ['{', '7'] : ['{']).map((value) => ({ name, table, column, value }));
    });
});

test.each(anyText.filter(([, columns]) => columns.length > 0))(
  'another text anywhere in %s stops nothing, and no other row',
  { timeout: 30_000 },
  async (table, columns) => {
    await expectTheRest(broken(table, columns, '{'), table);
  },
);

test.each(read)('$name that holds “$value” is named, and stops nothing else', { timeout: 30_000 }, async (one) => {
  const { name, table, column, value } = one;
  const path = broken(table, [column], value);
  if (refusesStart.has(name)) {
    expect(() => start(path)).toThrow('This queue was made by another build of Reseal');
    return;
  }
  const { named, verdict } = await expectTheRest(path, table);
  if (madeAnew.has(name)) expect(named).toEqual([]);
  else if (!chained.has(name)) expect(named.map((row) => row.table)).toContain(table);
  expect(verdict.kind === 'whole').toBe(table !== 'audit_event' && table !== 'audit_pruned');
});
