import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('devices from before leave no computer account to delete, and jobs from before have no request id', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 7);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, serial_number, next_step, created_at, updated_at)
    VALUES ('d', 't', 'S1', 'register', 'now', 'now');
    INSERT INTO job (id, kind, step, wish, tenant_id, act, payload, state, scheduled_at, due_at, created_at)
    VALUES ('j', 'sync', 'start', 'sync:t', 't', 'Synchronise', '{}', 'waiting', 'now', 'now', 'now');`);
  migrateTo(database, 8);
  expect(database.prepare('SELECT id, computer_account FROM device').all()).toEqual([
    { id: 'd', computer_account: null },
  ]);
  expect(database.prepare('SELECT id, request_id FROM job').all()).toEqual([{ id: 'j', request_id: null }]);
  database.close();
});
