import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('the profiles that were read before stay, and a list goes with its reading', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 26);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document) VALUES ('t', 'profiles', 'now', 1, '[]');`);
  migrateTo(database, 27);
  expect(database.prepare('SELECT of FROM tenant_reading').pluck().all()).toEqual(['profiles']);
  database.exec(`
    INSERT INTO tenant_reading (tenant_id, of, read_at, is_whole, document) VALUES ('t', 'identifiers', 'now', 1, 'null');
    INSERT INTO tenant_row (tenant_id, of, id, found_by, state, document) VALUES ('t', 'identifiers', 'i', 'S', '', '{}');
    DELETE FROM tenant_reading WHERE of = 'identifiers';`);
  expect(database.prepare('SELECT * FROM tenant_row').all()).toEqual([]);
  database.close();
});
