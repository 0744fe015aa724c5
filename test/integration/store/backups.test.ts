import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../../../src/main/store/migrate.ts';
import { listBackups, manifestFileOf } from '../../../src/main/store/backupFolder.ts';
import { copyBackup } from '../../../src/main/store/copyBackup.ts';
import { describeBackup } from '../../../src/main/store/describeBackup.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { inspectBackup, isPlainFile } from '../../../src/main/store/inspectBackup.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { restoreBackup } from '../../../src/main/store/restoreBackup.ts';
import { openSqlite, type DatabaseKey } from '../../../src/main/store/sqlite.ts';
import { databaseKey } from '../../rigs/databaseKey.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const now = () => new Date('2026-12-02T07:02:00Z');
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const serialsIn = (store: Store): unknown[] =>
  store.database.prepare('SELECT serial_number FROM device ORDER BY rowid').pluck().all();
const addDevice = (store: Store, serialNumber: string) => createDeviceStore(store, now).add({ tenantId, serialNumber });
const openHere = (key: DatabaseKey | null = null) => openStore(folder.path, now, key);

function queueWith(key: DatabaseKey | null, ...serials: string[]): Store {
  const store = openHere(key);
  addTenant(store);
  for (const serial of serials) addDevice(store, serial);
  return store;
}
const restore = (file: string, key: DatabaseKey | null = null, dataFolder = folder.path) =>
  restoreBackup({ dataFolder, file, key, now: now(), who: 'MW' });

describe.each([
  ['plain', () => null],
  ['encrypted', databaseKey],
])('of a queue that is %s', (_, makeKey) => {
  test('a backup is a whole queue, for this account alone, with a manifest that says what it holds', () => {
    const key = makeKey();
    const store = queueWith(key, 'ONE1', 'TWO2');
    const file = store.backUp('manual');
    store.close();

    expect(inspectBackup(file, key)).toMatchObject({
      devices: 2,
      isEncrypted: key !== null,
      format: migrations.length,
    });
    expect(isPlainFile(file)).toBe(key === null);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder.path, 'backups')).filter((name) => !/\.db(\.json)?$/.test(name))).toEqual([]);
    expect(listBackups(join(folder.path, 'backups'))).toEqual([
      expect.objectContaining({ file, devices: 2, reason: 'manual', madeAt: now().toISOString() }),
    ]);
  });

  test('a restore brings back what the backup holds, keeps what was there, and is on record', () => {
    const key = makeKey();
    const store = queueWith(key, 'KEPT1');
    const file = store.backUp('manual');
    addDevice(store, 'LATER2');
    store.close();

    const replaced = restore(file, key);

    const restored = openHere(key);
    expect(serialsIn(restored)).toEqual(['KEPT1']);
    expect(restored.database.prepare('SELECT who, action FROM audit_event').all()).toEqual([
      { who: 'MW', action: 'backups.restore' },
    ]);
    restored.close();
    const before = openStore(replaced ?? '', now, key);
    expect(serialsIn(before)).toEqual(['KEPT1', 'LATER2']);
    before.close();
  });

  test('the log of the queue that is replaced goes with it: nothing of it comes back', () => {
    const key = makeKey();
    const store = queueWith(key, 'KEPT1');
    const file = store.backUp('manual');
    addDevice(store, 'INLOG2');
    // As a kill leaves it: database and log, and nobody who has them open.
    for (const end of ['', '-wal', '-shm']) copyFileSync(`${store.file}${end}`, join(folder.path, `killed${end}`));
    store.close();
    for (const end of ['', '-wal', '-shm']) copyFileSync(join(folder.path, `killed${end}`), `${store.file}${end}`);

    restore(file, key);

    const restored = openHere(key);
    expect(serialsIn(restored)).toEqual(['KEPT1']);
    expect(restored.database.pragma('integrity_check', { simple: true })).toBe('ok');
    restored.close();
  });

  test('a backup moves the queue to an empty folder', () => {
    const key = makeKey();
    const store = queueWith(key, 'MOVED1');
    const file = store.backUp('manual');
    const id = store.database.prepare(`SELECT value FROM setting WHERE name = 'queueId'`).pluck().get();
    store.close();
    const elsewhere = join(folder.path, 'other', 'place');

    expect(restore(file, key, elsewhere)).toBeNull();

    const moved = openStore(elsewhere, now, key);
    expect(serialsIn(moved)).toEqual(['MOVED1']);
    expect(moved.database.prepare(`SELECT value FROM setting WHERE name = 'queueId'`).pluck().get()).toBe(id);
    moved.close();
  });

  test('what would be missing is told before', () => {
    const key = makeKey();
    const store = queueWith(key, 'KEPT1');
    const file = store.backUp('manual');
    createDeviceStore(store, () => new Date('2026-12-03T09:00:00Z')).add({ tenantId, serialNumber: 'LATER2' });

    expect(describeBackup(folder.path, file, key)).toMatchObject({
      devices: 1,
      missing: { devicesNow: 2, devicesSince: 1, newestChangeAt: '2026-12-03T09:00:00.000Z' },
    });
    store.close();
  });
});

test('a plain backup that is restored in an encrypted queue is encrypted', () => {
  const plain = queueWith(null, 'PLAIN1');
  const file = plain.backUp('encryption');
  plain.close();
  const key = databaseKey();

  restore(file, key);

  expect(isPlainFile(join(folder.path, 'reseal.db'))).toBe(false);
  const store = openHere(key);
  expect(serialsIn(store)).toEqual(['PLAIN1']);
  store.close();
});

test('a registration that waited to be sent when the backup was made is looked up before it is sent', () => {
  const store = queueWith(null, 'SENT1');
  const insert = store.database.prepare(
    `INSERT INTO job (id, batch_id, kind, step, wish, tenant_id, act, payload, state, lease_owner, scheduled_at, due_at, created_at)
     VALUES (@id, @id, @kind, 'send', @id, @tenantId, '{}', '{}', @state, @owner, @at, @at, @at)`,
  );
  const at = now().toISOString();
  store.database.exec(`INSERT INTO runner (id, host, process_id) VALUES ('somebody', 'here', 1)`);
  insert.run({ id: 'waits', kind: 'register', state: 'waiting', owner: null, tenantId, at });
  insert.run({ id: 'runs', kind: 'register', state: 'leased', owner: 'somebody', tenantId, at });
  insert.run({ id: 'change', kind: 'change', state: 'waiting', owner: null, tenantId, at });
  insert.run({ id: 'over', kind: 'register', state: 'done', owner: null, tenantId, at });
  const file = store.backUp('manual');
  store.close();

  restore(file);

  const restored = openHere();
  expect(restored.database.prepare('SELECT id, step, state, lease_owner AS owner FROM job ORDER BY id').all()).toEqual([
    { id: 'change', step: 'send', state: 'waiting', owner: null },
    { id: 'over', step: 'send', state: 'done', owner: null },
    { id: 'runs', step: 'lookUp', state: 'waiting', owner: null },
    { id: 'waits', step: 'lookUp', state: 'waiting', owner: null },
  ]);
  restored.close();
});

describe('a backup that cannot be restored is refused in words, and the queue stays as it is', () => {
  const refused = (file: string, code: string, key: DatabaseKey | null = null) => {
    const queue = join(folder.path, 'reseal.db');
    const before = readFileSync(queue);
    expect(() => restore(file, key)).toThrow(expect.objectContaining({ code }) as Error);
    expect(readFileSync(queue)).toEqual(before);
    expect(
      readdirSync(folder.path).filter((name) => name.startsWith('replaced') || name.startsWith('reseal.db.')),
    ).toEqual([]);
  };
  let file: string;
  beforeEach(() => {
    const store = queueWith(null, 'SAFE1');
    file = store.backUp('manual');
    store.close();
  });

  test('where it is not there', () => refused(join(folder.path, 'none.db'), 'not-found'));

  test('where a byte of it was changed', () => {
    const bytes = readFileSync(file);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    refused(file, 'damaged');
  });

  test('where half of it is missing, and no manifest is there to tell', () => {
    const half = join(folder.path, 'half.db');
    writeFileSync(half, readFileSync(file).subarray(0, statSync(file).size / 2));
    refused(half, 'damaged');
  });

  test('where another program made it', () => {
    const foreign = join(folder.path, 'foreign.db');
    const database = openSqlite(foreign);
    database.exec('CREATE TABLE invoice (id TEXT) STRICT');
    database.close();
    refused(foreign, 'not-a-queue');
    expect(readdirSync(folder.path).filter((name) => name.startsWith('foreign'))).toEqual(['foreign.db']);
  });

  test('where it is no database', () => {
    const text = join(folder.path, 'text.db');
    writeFileSync(text, 'nothing that anybody can read as a database'.repeat(100));
    refused(text, 'not-a-queue');
  });

  test('where a newer Reseal made it', () => {
    const newer = join(folder.path, 'newer.db');
    copyFileSync(file, newer);
    const database = openSqlite(newer);
    database.pragma('user_version = 999');
    database.close();
    refused(newer, 'database');
  });

  test('where it is encrypted and its key is not at hand, or another one', () => {
    const other = join(folder.path, 'other');
    const key = databaseKey();
    const store = openStore(other, now, key);
    const encrypted = store.backUp('manual');
    store.close();
    refused(encrypted, 'not-a-queue');
    refused(encrypted, 'damaged', databaseKey());
  });

  test('where another Reseal has the queue open, even if it does nothing', () => {
    const busy = openSqlite(join(folder.path, 'reseal.db'));
    busy.prepare('SELECT count(*) FROM device').get();
    expect(() => restore(file)).toThrow(expect.objectContaining({ code: 'busy' }) as Error);
    busy.close();
    expect(existsSync(join(folder.path, 'reseal.db.restored'))).toBe(false);
  });
});

describe('a second place', () => {
  test('gets the copy and its manifest, and is never made where it is missing', () => {
    const store = queueWith(null, 'ONE1');
    const [made] = [store.backUp('manual')].flatMap(() => listBackups(join(folder.path, 'backups')));
    store.close();
    if (made === undefined) throw new Error('No backup was made.');
    const stick = join(folder.path, 'stick');
    expect(() => copyBackup(made, stick, now())).toThrow(/There is no folder/);
    expect(existsSync(stick)).toBe(false);

    mkdirSync(stick);
    const copy = copyBackup(made, stick, now());

    expect(inspectBackup(copy.file, null).devices).toBe(1);
    expect(existsSync(manifestFileOf(copy.file))).toBe(true);
  });
});
