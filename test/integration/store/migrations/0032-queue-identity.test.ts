import { join } from 'node:path';
import { expect, test } from 'vitest';
import { APPLICATION_ID, queueIdOf } from '../../../../src/main/store/queueIdentity.ts';
import { openStore } from '../../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../../rigs/migrateTo.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

test('an old queue gets its mark and a name of its own, which it keeps', () => {
  const folder = temporaryFolder();
  const old = openSqlite(join(folder.path, 'reseal.db'));
  migrateTo(old, 29);
  old.exec(`INSERT INTO setting (name, value) VALUES ('settings', '{"labName":"Depot"}')`);
  old.close();

  const ids = [1, 2].map(() => {
    const store = openStore(folder.path, () => new Date());
    expect(store.database.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(store.database.prepare(`SELECT value FROM setting WHERE name = 'settings'`).pluck().get()).toBe(
      '{"labName":"Depot"}',
    );
    const id = queueIdOf(store.database);
    store.close();
    return id;
  });

  expect(ids[0]).toMatch(UUID);
  expect(ids[1]).toBe(ids[0]);
  folder.remove();
});

test('two queues have two names', () => {
  const ids = [1, 2].map(() => {
    const folder = temporaryFolder();
    const store = openStore(folder.path, () => new Date());
    const id = queueIdOf(store.database);
    store.close();
    folder.remove();
    return id;
  });
  expect(ids[0]).not.toBe(ids[1]);
});
