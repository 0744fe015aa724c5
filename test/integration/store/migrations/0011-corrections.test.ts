import { expect, test } from 'vitest';
import { openStore } from '../../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';
import { tenantId } from '../../../rigs/seedStore.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

test('rows of earlier imports stay, and nothing was typed over in them', () => {
  const folder = temporaryFolder();
  const older = openSqlite(`${folder.path}/reseal.db`);
  migrateTo(older, 10);
  older.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at)
      VALUES ('${tenantId}', 'practice', 'Practice', 'blue', 'global', '2026-01-01T00:00:00Z');
    INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES ('b', '${tenantId}', 'Monday', '[]', '');
    INSERT INTO import_row (batch_id, file, line, status, issues) VALUES ('b', 'a.csv', 2, 'rejected', '[]')`);
  older.close();

  const store = openStore(folder.path, () => new Date());
  expect(store.database.prepare('SELECT file, line, corrections FROM import_row').all()).toEqual([
    { file: 'a.csv', line: 2, corrections: '[]' },
  ]);
  store.close();
  folder.remove();
});
