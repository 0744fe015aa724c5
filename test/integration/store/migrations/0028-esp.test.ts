import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('of runs and tenants from before nothing says where they failed and how long they may take', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 27);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, next_step, created_at, updated_at) VALUES ('a', 't', 'register', 'now', 'now');
    INSERT INTO bench_run (id, device_id, started_at, ended_at, result, technician) VALUES ('r', 'a', 'now', 'now', 'failed', 'AB');`);
  migrateTo(database, 28);
  const told = database.prepare(`
    SELECT phase, flow_minutes, membership FROM bench_run, device, tenant`);
  expect(told.all()).toEqual([{ phase: null, flow_minutes: null, membership: null }]);
  database.close();
});
