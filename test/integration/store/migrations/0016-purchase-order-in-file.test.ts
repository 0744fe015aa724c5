import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('devices from before keep the purchase order that Microsoft holds, and no file has said another', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 15);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, purchase_order, next_step, created_at, updated_at)
    VALUES ('a', 't', '76222342', 'register', 'now', 'now');`);
  migrateTo(database, 16);
  expect(database.prepare('SELECT purchase_order, purchase_order_in_file FROM device').raw().all()).toEqual([
    ['76222342', null],
  ]);
  database.close();
});
