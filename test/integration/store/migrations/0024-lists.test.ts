import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('devices from before are counted, and shown by what Microsoft holds where it was read', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 23);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, registration, group_tag, held_group_tag, microsoft_read_at, removed_at, next_step, created_at, updated_at)
    VALUES ('a', 't', 'registered', 'OURS', 'THEIRS', 'now', NULL, 'startBench', 'now', 'now'),
           ('b', 't', 'registered', 'OURS', NULL, NULL, NULL, 'startBench', 'now', 'now'),
           ('c', 't', 'none', NULL, NULL, NULL, NULL, 'register', 'now', 'now'),
           ('d', 't', 'none', NULL, NULL, NULL, 'now', 'register', 'now', 'now');
    INSERT INTO setting (name, value) VALUES ('nextStepRules', '1');`);
  migrateTo(database, 24);
  const counts = database.prepare('SELECT next_step, registration, devices FROM device_count ORDER BY next_step');
  expect(counts.raw().all()).toEqual([
    ['register', 'none', 1],
    ['startBench', 'registered', 2],
  ]);
  expect(database.prepare('SELECT shown_group_tag, may_differ FROM device ORDER BY id').raw().all()).toEqual([
    ['THEIRS', 1],
    ['OURS', 0],
    [null, 0],
    [null, 0],
  ]);
  // The words of devices cannot be written in SQL: the next start writes them, since no rules are on record.
  expect(database.prepare('SELECT * FROM setting').all()).toEqual([]);
  database.close();
});
