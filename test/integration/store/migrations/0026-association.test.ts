import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('of devices from before nothing says that they were associated', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 25);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, next_step, created_at, updated_at) VALUES ('a', 't', 'register', 'now', 'now');`);
  migrateTo(database, 26);
  expect(database.prepare('SELECT associated_at FROM device').pluck().all()).toEqual([null]);
  database.close();
});
