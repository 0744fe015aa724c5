import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { migrations } from '../../../src/main/store/migrate.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite, type SqliteDatabase } from '../../../src/main/store/sqlite.ts';
import { fileStateOf } from '../../../src/main/store/sqliteRekey.ts';
import { enterRecoveryKey } from '../../../src/main/vault/enterRecoveryKey.ts';
import { keyPlacesOf, unlock } from '../../../src/main/vault/unlock.ts';
import { migrateTo } from '../../rigs/migrateTo.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

/** What commit 8f2f69b, of 23 November 2026, made. */
const OLD_FORMAT = 11;
/** What a later step writes anew on purpose, or drops; the steps' own tests say how. */
const REWRITTEN: Readonly<Record<string, readonly string[]>> = {
  // 0013: sentences became codes, `{"code":"told","sentence":…}`.
  job: ['act', 'explanation'],
  tracking: ['problem'],
  // 0031: rows are numbered without a gap. People and serial numbers in sentences get pseudonyms too; these here name none.
  audit_event: ['id'],
};
/** Tables that must grow: the steps and acts on record, and the name that the queue got. */
const GROWING = ['audit_event', 'migration', 'setting'];

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const now = () => new Date('2026-12-02T07:00:00Z');
const optionsFor = (dataFolder: string) => ({ dataFolder, now, environment: { RESEAL_KEY_KEPT_IN: 'file' } });
const names = z.array(z.string());
const rows = z.array(z.record(z.string(), z.unknown()));

test('a queue of format 11 is encrypted, migrated, copied, and restored elsewhere with the recovery key alone: equal row by row', async () => {
  const here = join(folder.path, 'old computer');
  mkdirSync(here);
  const made = openSqlite(join(here, 'reseal.db'));
  migrateTo(made, OLD_FORMAT);
  fillEveryTable(made);
  made.close();
  const before = join(folder.path, 'as it was.db');
  copyFileSync(join(here, 'reseal.db'), before);

  const vault = await unlock(optionsFor(here));
  const store = openStore(here, now, vault.databaseKey);
  const backup = store.backUp('manual');
  store.close();

  const there = join(folder.path, 'new computer');
  mkdirSync(there);
  copyFileSync(backup, join(there, 'reseal.db'));
  await expect(unlock(optionsFor(there))).rejects.toMatchObject({ code: 'key-missing' });
  await enterRecoveryKey(there, vault.recoveryKey() ?? '', keyPlacesOf(optionsFor(there)), now());
  const restored = openStore(there, now, (await unlock(optionsFor(there))).databaseKey);

  expect(fileStateOf(join(there, 'reseal.db'))).toBe('encrypted');
  expect(restored.database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(restored.database.pragma('foreign_key_check')).toEqual([]);
  expect(restored.database.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
  const old = openSqlite(before, { readonly: true });
  const tables = tablesOf(old);
  expect(tables.length).toBeGreaterThan(25);
  for (const table of tables) {
    const columns = columnsOf(old, table).filter((column) => REWRITTEN[table]?.includes(column) !== true);
    const [was, is] = [rowsOf(old, table, columns), rowsOf(restored.database, table, columns)];
    expect(was.length, table).toBeGreaterThan(0);
    if (GROWING.includes(table)) expect(is, table).toEqual(expect.arrayContaining(was));
    else expect(is, table).toEqual(was);
  }
  old.close();
  restored.close();
});

const tablesOf = (database: SqliteDatabase): string[] =>
  names.parse(
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`)
      .pluck()
      .all(),
  );

const columnsOf = (database: SqliteDatabase, table: string): string[] =>
  names.parse(database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table));

function rowsOf(database: SqliteDatabase, table: string, columns: readonly string[]): unknown[] {
  const list = columns.map((column) => `"${column}"`).join();
  return rows.parse(database.prepare(`SELECT ${list} FROM "${table}" ORDER BY ${list}`).all());
}

/** Three rows in each table, and a value in each column that takes one. */
function fillEveryTable(database: SqliteDatabase): void {
  for (const number of [1, 2, 3]) {
    const add = (table: string, row: Readonly<Record<string, string | number | Buffer | null>>): void => {
      const columns = Object.keys(row);
      database
        .prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((column) => `@${column}`).join()})`)
        .run(row);
    };
    const at = `2026-11-2${number}T08:00:00.000Z`;
    const [tenant_id, device_id, batch_id] = [`tenant ${number}`, `device ${number}`, `batch ${number}`];
    add('tenant', {
      id: tenant_id,
      kind: 'entra',
      name: `Lab ${number}`,
      colour: 'blue',
      cloud: 'global',
      directory_id: `directory ${number}`,
      client_id: `client ${number}`,
      graph_root: 'https://graph.example',
      authority: 'https://login.example',
      certificate_thumbprint: `AB${number}`,
      certificate_key_file: `/keys/${number}.pem`,
      account: `tech${number}@example.com`,
      active: number === 1 ? 1 : 0,
      last_refreshed_at: at,
      created_at: at,
      removed_at: number === 3 ? at : null,
    });
    add('import_batch', { id: batch_id, tenant_id, name: `Goods ${number}`, files: '["goods.csv"]', created_at: at });
    add('device', {
      id: device_id,
      tenant_id,
      serial_number: `5CG000000${number}`,
      manufacturer: 'HP',
      model: 'EliteBook',
      product_key_id: `33000${number}`,
      smbios_uuid: `uuid ${number}`,
      tpm_endorsement_key_sha256: `ek ${number}`,
      tpm_version: '2.0',
      is_virtual_machine: 0,
      group_tag: `Kiosk ${number}`,
      assigned_user: `user${number}@example.com`,
      assigned_user_name: `User ${number}`,
      device_name: `LAB-${number}`,
      order_number: `PO-${number}`,
      batch_id,
      ztd_id: `ztd ${number}`,
      expected_profile: 'Kiosk',
      registration: 'registered',
      registration_error: `{"code":${number}}`,
      registration_at: at,
      needs_new_registration: 1,
      profile: 'assigned',
      profile_detail: 'none',
      profile_name: 'Kiosk',
      profile_assigned_at: at,
      profile_allows_pre_provisioning: 1,
      profile_at: at,
      enrollment: 'notEnrolled',
      enrollment_detail: 'notContacted',
      enrollment_at: at,
      managed_device_id: `managed ${number}`,
      entra_device_id: `entra ${number}`,
      last_contact_at: at,
      bench: 'failed',
      bench_error: '{"code":"0x81039001"}',
      bench_started_at: at,
      bench_ended_at: at,
      reseal: 'resealed',
      resealed_at: at,
      shipped_at: at,
      user_flow_done_at: at,
      next_step: 'ship',
      microsoft: `{"groupTag":"Kiosk ${number}","serialNumber":"5CG000000${number}"}`,
      microsoft_read_at: at,
      created_at: at,
      updated_at: at,
      removed_at: number === 3 ? at : null,
      remediation: 'fixPending',
      remediation_detail: 'automaticRemediationRequired',
      remediation_at: at,
      computer_account: `PC-${number}`,
    });
    add('hash_capture', {
      device_id,
      hardware_hash: Buffer.alloc(3_000, number),
      collected_at: at,
      taken_at: at,
      os_build: '10.0.26100.1',
      source: 'goods.csv',
      batch_id,
      imported_at: at,
    });
    add('import_row', {
      batch_id,
      file: 'goods.csv',
      line: number,
      status: 'repaired',
      serial_number: `5CG000000${number}`,
      issues: '[]',
      device_id,
      corrections: '[]',
    });
    add('device_event', {
      device_id,
      at,
      subject: 'note',
      sentence: `Note ${number}`,
      from_value: 'a',
      to_value: 'b',
      source: 'MW',
    });
    add('column_mapping', { header: `header ${number}`, columns: '{}', created_at: at });
    add('setting', { name: `setting ${number}`, value: `"${number}"` });
    add('audit_event', { id: number * 7, at, who: 'MW', action: 'a', sentence: `Act ${number}` });
    add('bench_run', {
      id: `run ${number}`,
      device_id,
      started_at: at,
      ended_at: at,
      result: 'failed',
      elapsed_ms: number,
      error_code: '0x81039001',
      override_reason: 'because',
      technician: 'MW',
    });
    add('bench_act', { device_id, step: 'start', at, state_before: '{}', state_after: `{"n":${number}}` });
    add('checklist_template', { id: 'template', version: number, definition: `{"n":${number}}` });
    add('checklist', {
      id: `list ${number}`,
      device_id,
      template_id: 'template',
      template_version: number,
      started_at: at,
      ended_at: at,
    });
    add('checklist_mark', { checklist_id: `list ${number}`, item_id: 'item', state: 'done', note: 'n', by: 'MW', at });
    add('tenant_checklist_mark', {
      tenant_id,
      template_id: 'template',
      item_id: 'item',
      state: 'done',
      note: 'n',
      by: 'MW',
      at,
    });
    add('scan', { at, raw: `5CG000000${number}`, kind: 'serialNumber', device_id, verdict: '{}' });
    add('runner', { id: `runner ${number}`, host: 'bench', process_id: number, beat: number });
    add('job', {
      id: `job ${number}`,
      kind: 'change',
      step: 'send',
      wish: `wish ${number}`,
      tenant_id,
      device_id,
      act: `Change ${number}`,
      payload: '{}',
      progress: '{"n":1}',
      state: number === 1 ? 'leased' : 'failed',
      waits_on: 'person',
      waits_for: 'signIn',
      offline_since: at,
      explanation: 'refused',
      attempts: number,
      scheduled_at: at,
      due_at: at,
      lease_owner: number === 1 ? 'runner 1' : null,
      created_at: at,
      finished_at: at,
      batch_id,
      request_id: `request ${number}`,
    });
    add('budget', { tenant_id, name: 'writes', spent_at: at, allowed_at: at });
    add('deployment_event', { id: `event ${number}`, device_id, at, properties: '{}', read_at: at, policies: '[]' });
    add('device_link', { id: `link ${number}`, tenant_id, text: `link text ${number}`, device_id });
    add('kept_preview', {
      id: `preview ${number}`,
      tenant_id,
      read_at: at,
      row_count: 1,
      outline: '{}',
      columns: '[]',
    });
    add('kept_preview_source', { preview_id: `preview ${number}`, number: 0, name: 'goods.csv', size_bytes: 3 });
    add('kept_preview_piece', { preview_id: `preview ${number}`, source: 0, bytes: Buffer.from([1, 2, number]) });
    add('kept_preview_entry', { preview_id: `preview ${number}`, at, entry: '{}' });
    add('tracking', {
      tenant_id,
      read_at: at,
      events_read_at: at,
      failing_since: at,
      failed_at: at,
      failure_kind: 'network',
      problem: 'offline',
    });
    add('listed_device', {
      tenant_id,
      ztd_id: `ztd ${number}`,
      serial_number: `5CG000000${number}`,
      manufacturer: 'HP',
      model: 'EliteBook',
      product_key_id: `33000${number}`,
      group_tag: 'Kiosk',
    });
  }
}
