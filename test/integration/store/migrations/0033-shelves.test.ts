import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('devices from before stand on no shelf, and a shelf holds one of them', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 32);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, next_step, created_at, updated_at)
    VALUES ('a', 't', 'register', 'now', 'now'), ('b', 't', 'register', 'now', 'now');`);
  migrateTo(database, 33);
  expect(database.prepare('SELECT DISTINCT shelf FROM device').all()).toEqual([{ shelf: null }]);
  database.exec(`UPDATE device SET shelf = 'A1' WHERE id = 'a'`);
  expect(() => database.exec(`UPDATE device SET shelf = 'a1' WHERE id = 'b'`)).toThrow('UNIQUE');
  database.close();
});
