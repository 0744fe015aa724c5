import { expect, test } from 'vitest';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';

test('what was said of a batch goes to its own place, and what a person chose stays', () => {
  const database = openSqlite(':memory:');
  migrateTo(database, 18);
  database.exec(`
    INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', 'now');
    INSERT INTO device (id, tenant_id, chosen_scenario, chosen_scenario_by, chosen_join_type, next_step, created_at, updated_at)
    VALUES ('a', 't', 'userDriven', 'person', 'hybrid', 'register', 'now', 'now'),
           ('b', 't', 'selfDeploying', 'batch', 'entra', 'register', 'now', 'now'),
           ('c', 't', NULL, NULL, 'hybrid', 'register', 'now', 'now');`);
  migrateTo(database, 19);
  const kept = 'SELECT id, chosen_scenario, chosen_join_type, batch_scenario, batch_join_type FROM device ORDER BY id';
  expect(database.prepare(kept).raw().all()).toEqual([
    ['a', 'userDriven', 'hybrid', null, null],
    ['b', null, null, 'selfDeploying', 'entra'],
    ['c', null, 'hybrid', null, null],
  ]);
  expect(database.prepare('SELECT default_scenario, default_join_type FROM tenant').raw().all()).toEqual([
    [null, null],
  ]);
  expect(database.prepare('SELECT count(*) FROM scenario_rule').pluck().get()).toBe(0);
  database.close();
});
