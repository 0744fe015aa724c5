import { afterEach, beforeEach, expect, test } from 'vitest';
import { bench } from '../../../../src/main/store/migrations/0002-bench.ts';
import { queue } from '../../../../src/main/store/migrations/0001-queue.ts';
import { migrate } from '../../../../src/main/store/migrate.ts';
import { openSqlite, type SqliteDatabase } from '../../../../src/main/store/sqlite.ts';

let database: SqliteDatabase;
const deviceId = 'b7b7a9c2-4a5d-4c0e-9a43-6a2f0d2f4b11';

beforeEach(() => {
  database = openSqlite(':memory:');
  migrate(database, () => undefined, [queue]);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, next_step, created_at, updated_at)
    VALUES ('${deviceId}', 't', 'AAA1', 'register', 'now', 'now');`);
});
afterEach(() => void database.close());

test('a queue from before keeps its devices, which may then be worked on at the bench', () => {
  let backedUpFrom = 0;
  migrate(database, (version) => (backedUpFrom = version), [queue, bench]);
  expect(backedUpFrom).toBe(1);
  expect(database.prepare('SELECT serial_number FROM device').pluck().all()).toEqual(['AAA1']);
  database
    .prepare(`INSERT INTO bench_run (id, device_id, started_at, technician) VALUES ('r', ?, 'now', 'JB')`)
    .run(deviceId);
  expect(database.prepare('SELECT device_id FROM bench_run').pluck().all()).toEqual([deviceId]);
});

test('a run, a checklist and a scan belong to a device that exists, and results are the two there are', () => {
  migrate(database, () => undefined, [queue, bench]);
  const refused = (sql: string) => () => database.exec(sql);
  expect(
    refused(`INSERT INTO bench_run (id, device_id, started_at, technician) VALUES ('r', 'nobody', 'now', 'JB')`),
  ).toThrow('FOREIGN KEY');
  expect(
    refused(`INSERT INTO bench_run (id, device_id, started_at, technician, result)
             VALUES ('r', '${deviceId}', 'now', 'JB', 'green')`),
  ).toThrow('CHECK');
  expect(
    refused(`INSERT INTO checklist (id, device_id, template_id, template_version, started_at)
             VALUES ('c', '${deviceId}', 'no-such-template', 1, 'now')`),
  ).toThrow('FOREIGN KEY');
  expect(
    refused(`INSERT INTO scan (at, raw, kind, device_id, verdict) VALUES ('now', 'x', 'serial', 'nobody', 'found')`),
  ).toThrow('FOREIGN KEY');
});
