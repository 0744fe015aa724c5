import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('devices from before are found by their statuses, group tag and model together', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 39);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, next_step, group_tag, model, created_at, updated_at)
    VALUES ('a', 't', 'register', 'Kiosk', 'Latitude', 'now', 'now'), ('b', 't', 'register', NULL, 'Latitude', 'now', 'now');`);
  migrateTo(database, 40);
  const found = database.prepare(
    `SELECT id FROM device INDEXED BY device_by_status
      WHERE tenant_id = 't' AND next_step = 'register' AND shown_group_tag = 'KIOSK' COLLATE NOCASE
        AND model = 'latitude' COLLATE NOCASE AND removed_at IS NULL`,
  );
  expect(found.all()).toEqual([{ id: 'a' }]);
  expect(database.pragma(`index_xinfo('device_by_status')`)).toHaveLength(10);
  database.close();
});
