import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('devices from before have the purchase order of the answer that was kept of them, while they are registered', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 11);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');`);
  const insert = database.prepare(`
    INSERT INTO device (id, tenant_id, ztd_id, microsoft, next_step, created_at, updated_at)
    VALUES (?, 't', ?, ?, 'register', 'now', 'now')`);
  insert.run('ordered', 'z1', '{"purchaseOrderIdentifier":"76222342"}');
  insert.run('empty', 'z2', '{"purchaseOrderIdentifier":""}');
  insert.run('silent', 'z3', '{"purchaseOrderIdentifier":null}');
  insert.run('removed', null, '{"purchaseOrderIdentifier":"76222342"}');
  insert.run('unread', null, null);
  migrateTo(database, 12);
  expect(database.prepare('SELECT id, purchase_order FROM device ORDER BY rowid').raw().all()).toEqual([
    ['ordered', '76222342'],
    ['empty', null],
    ['silent', null],
    ['removed', null],
    ['unread', null],
  ]);
  database.close();
});
