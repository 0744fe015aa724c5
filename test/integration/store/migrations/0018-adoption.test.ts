import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('of devices from before nobody can tell who registered them, and lists from before told no purchase order', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 17);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, registration, next_step, created_at, updated_at)
    VALUES ('a', 't', 'registered', 'register', 'now', 'now');
    INSERT INTO listed_device (tenant_id, ztd_id, serial_number) VALUES ('t', 'z', 'S1');`);
  migrateTo(database, 18);
  expect(database.prepare('SELECT registered_by FROM device').pluck().all()).toEqual([null]);
  expect(database.prepare('SELECT serial_number, purchase_order FROM listed_device').raw().all()).toEqual([
    ['S1', null],
  ]);
  database.close();
});
