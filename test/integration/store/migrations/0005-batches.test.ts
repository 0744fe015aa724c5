import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('jobs from before keep their sentences and are each a batch of their own', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 4);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO job (id, kind, step, wish, tenant_id, sentence, payload, state, scheduled_at, due_at, created_at)
    VALUES ('j', 'sync', 'start', 'sync:t', 't', 'Synchronise', '{}', 'waiting', 'now', 'now', 'now');`);
  migrateTo(database, 5);
  expect(database.prepare('SELECT id, batch_id, act, state FROM job').all()).toEqual([
    { id: 'j', batch_id: 'j', act: 'Synchronise', state: 'waiting' },
  ]);
  database.close();
});
