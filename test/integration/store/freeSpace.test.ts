import { randomBytes, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFreeSpace } from '../../../src/main/store/freeSpace.ts';
import { createKeptPreviewStore } from '../../../src/main/store/keptPreviewStore.ts';
import { migrate } from '../../../src/main/store/migrate.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const MEGABYTE = 1_048_576;
const now = () => new Date('2026-11-22T12:00:00Z');

describe('the space of an import that was given up', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: Store;
  beforeEach(() => {
    folder = temporaryFolder();
    store = openStore(folder.path, now);
    addTenant(store);
  });
  afterEach(() => {
    store.close();
    folder.remove();
  });

  const kept = () => createKeptPreviewStore(store, now);
  const whole = (): unknown => store.database.pragma('integrity_check', { simple: true });
  const bytesOf = (file: string): number => statSync(`${folder.path}/${file}`).size;

  function keep(megabytes: number): string {
    const previewId = randomUUID();
    const sources = [{ name: 'a.csv', bytes: randomBytes(megabytes * MEGABYTE) }];
    const preview = { previewId, tenantId, readAt: now(), rows: 1, outline: '', columns: {}, sources };
    store.write(() => kept().add(preview));
    return previewId;
  }

  test('goes back to the disk, and what was kept after it stays', async () => {
    const discarded = keep(40);
    const stays = keep(2);
    const before = kept().bytesOf(stays, { number: 0, sizeBytes: 2 * MEGABYTE });
    store.write(() => kept().remove(discarded));
    await createFreeSpace(store.database).giveBack();

    expect(bytesOf('reseal.db')).toBeLessThan(20 * MEGABYTE);
    expect(kept().bytesOf(stays, { number: 0, sizeBytes: 2 * MEGABYTE })).toEqual(before);
    expect(whole()).toBe('ok');
  });

  test('is given back bit by bit: others write in between', async () => {
    store.write(() => kept().remove(keep(60)));
    const other = openSqlite(`${folder.path}/reseal.db`);
    other.pragma('busy_timeout = 0');
    const givingBack = createFreeSpace(store.database).giveBack();
    other.exec("UPDATE tenant SET name = 'Renamed'");
    await givingBack;

    expect(store.database.prepare('SELECT name FROM tenant').pluck().all()).toEqual(['Renamed']);
    other.close();
  });

  test('of a little is left to the next import', async () => {
    store.write(() => kept().remove(keep(10)));
    const before = bytesOf('reseal.db');
    await createFreeSpace(store.database).giveBack();
    expect(bytesOf('reseal.db')).toBe(before);
  });

  test('leaves a short log as well, with the next write', async () => {
    store.write(() => kept().remove(keep(40)));
    expect(bytesOf('reseal.db-wal')).toBeGreaterThan(40 * MEGABYTE);
    await createFreeSpace(store.database).giveBack();
    store.database.exec("UPDATE tenant SET name = 'Renamed'");
    expect(bytesOf('reseal.db-wal')).toBeLessThan(17 * MEGABYTE);
  });
});

test('a queue of before, which could not shrink, can from its next start on, and keeps what it holds', () => {
  const folder = temporaryFolder();
  const older = openSqlite(`${folder.path}/reseal.db`);
  migrate(older, () => undefined);
  older.pragma('auto_vacuum = NONE');
  older.exec(`VACUUM; INSERT INTO setting (name, value) VALUES ('kept', 'yes')`);
  expect(older.pragma('auto_vacuum', { simple: true })).toBe(0);
  older.close();

  const store = openStore(folder.path, now);
  expect(store.database.pragma('auto_vacuum', { simple: true })).toBe(2);
  expect(store.database.prepare("SELECT value FROM setting WHERE name = 'kept'").pluck().all()).toEqual(['yes']);
  store.close();
  folder.remove();
});
