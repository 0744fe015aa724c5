import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { createFileLog } from '../../../src/main/hosts/fileLog.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { databaseKey } from '../../rigs/databaseKey.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const now = () => new Date('2026-12-02T07:02:00Z');
let folder: ReturnType<typeof temporaryFolder>;
let queue: string;
beforeEach(() => {
  folder = temporaryFolder();
  queue = join(folder.path, 'reseal.db');
});
afterEach(() => folder.remove());

const open = () => openStore(folder.path, now);
const gone = expect.objectContaining({ code: 'queue-gone' }) as Error;

describe('a folder that has had a queue gets no new one without a word', () => {
  test.each<[string, (path: string) => void]>([
    [
      'backups',
      (path) => {
        mkdirSync(join(path, 'backups'));
        writeFileSync(join(path, 'backups', 'reseal-manual.db'), 'a copy');
      },
    ],
    ['the key of one in use', (path) => writeFileSync(join(path, 'reseal.key.json'), '{"inUse":true}')],
    ['a key file that cannot be read', (path) => writeFileSync(join(path, 'reseal.key.json'), '{')],
    ['its write-ahead log', (path) => writeFileSync(join(path, 'reseal.db-wal'), 'a log')],
    [
      'logs of an earlier day',
      (path) => {
        mkdirSync(join(path, 'logs'));
        writeFileSync(join(path, 'logs', 'reseal-2026-11-30.log'), '{}\n');
        writeFileSync(join(path, 'logs', 'reseal-2026-12-01.log'), '{}\n');
      },
    ],
  ])('where it has %s', (_, leave) => {
    leave(folder.path);
    expect(open).toThrow(gone);
    expect(existsSync(queue)).toBe(false);
    // An empty file is no queue either: a disk that was full leaves one.
    writeFileSync(queue, '');
    expect(open).toThrow(gone);
    expect(statSync(queue).size).toBe(0);
  });

  test('where today’s log says that one was made', async () => {
    const ports = testPorts(folder.path, { log: createFileLog(folder.path, 'test', () => new Date()) });
    await createBackend(ports).close();
    rmSync(queue);
    expect(() => createBackend(ports)).toThrow(gone);
  });

  test('and the three ways out are named', () => {
    const store = open();
    const file = store.backUp('manual');
    store.close();
    rmSync(queue);
    expect(open).toThrow(
      expect.objectContaining({
        message: `The queue that was in ${folder.path} is gone: there is no reseal.db, but it left its backups.`,
        remedy: `Connect its disk or choose its folder with --data-dir; or restore a backup with “reseal restore "${file}"”; or, to begin with an empty queue, start Reseal with --begin-anew.`,
      }) as Error,
    );
  });

  test('unless a person wants to begin anew; a log that is left is put aside, since the new queue would take it for its own', () => {
    writeFileSync(`${queue}-wal`, 'a log');
    openStore(folder.path, now, null, { ifMissing: 'beginAnew' }).close();
    open().close();
    const [aside] = readdirSync(folder.path).filter((name) => name.startsWith('replaced-'));
    expect(readFileSync(join(folder.path, aside ?? '', 'reseal.db-wal'), 'utf8')).toBe('a log');
  });

  test('beginning anew takes nothing from a queue that is there', () => {
    const store = open();
    addTenant(store);
    store.close();
    const again = openStore(folder.path, now, null, { ifMissing: 'beginAnew' });
    expect(again.database.prepare('SELECT count(*) FROM tenant').pluck().get()).toBe(1);
    again.close();
  });
});

describe('a first start makes a queue without a question', () => {
  test.each<[string, (path: string) => void]>([
    ['nothing is there', () => undefined],
    ['a key was made just before', (path) => writeFileSync(join(path, 'reseal.key.json'), '{"inUse":false}')],
    [
      'only a practice tenant ran here',
      (path) => writeFileSync(join(path, 'practice-tenant.db'), 'of “reseal practice”'),
    ],
    ['today’s log was opened before', (path) => createFileLog(path, 'test', now).info('something')],
  ])('where %s', (_, leave) => {
    leave(folder.path);
    const store = open();
    expect(store.isNew).toBe(true);
    store.close();
  });
});

describe('a file that is not ours is refused, and left as it is', () => {
  const foreign = expect.objectContaining({ code: 'not-a-queue' }) as Error;

  test.each<[string, string]>([
    ['tables of another program', 'CREATE TABLE invoice (id TEXT) STRICT'],
    ['the mark of another program', 'PRAGMA application_id = 42'],
    [
      'our mark of another program, and one of our tables',
      'PRAGMA application_id = 42; CREATE TABLE device (id TEXT) STRICT',
    ],
  ])('with %s', (_, sql) => {
    const database = openSqlite(queue);
    database.exec(sql);
    database.close();
    const before = readFileSync(queue);
    expect(open).toThrow(foreign);
    expect(readFileSync(queue)).toEqual(before);
    expect(readdirSync(folder.path)).toEqual(['reseal.db']);
  });

  test('a queue says in its header what it is, also one that an older Reseal made', () => {
    open().close();
    expect(readFileSync(queue).readUInt32BE(68)).toBe(0x52534c31);
  });
});

describe('a file that goes away while it is open', () => {
  const working = (key: ReturnType<typeof databaseKey> | null = null) => {
    const store = openStore(folder.path, now, key);
    addTenant(store);
    return store;
  };
  const add = (store: ReturnType<typeof working>, serialNumber: string) =>
    store.write(() => createDeviceStore(store, now).add({ tenantId, serialNumber }));

  test.each<[string, () => void]>([
    ['moved', () => renameSync(queue, join(folder.path, 'elsewhere.db'))],
    ['deleted', () => rmSync(queue)],
    [
      'replaced',
      () => {
        rmSync(queue);
        writeFileSync(queue, 'another file');
      },
    ],
  ])('takes no more writes once it is %s, and says so', (_, happens) => {
    const store = working();
    add(store, 'BEFORE1');
    happens();
    expect(() => add(store, 'AFTER2')).toThrow(gone);
    // Also what writes without a transaction of its own.
    expect(() => store.database.prepare('DELETE FROM device').run()).toThrow(/readonly/);
    expect(store.database.prepare('SELECT count(*) FROM device').pluck().get()).toBe(1);
    store.close();
  });

  test('is rolled back where it goes in the middle of a transaction', () => {
    const store = working();
    expect(() =>
      store.write(() => {
        createDeviceStore(store, now).add({ tenantId, serialNumber: 'DURING1' });
        renameSync(queue, join(folder.path, 'elsewhere.db'));
      }),
    ).toThrow(gone);
    store.close();
    renameSync(join(folder.path, 'elsewhere.db'), queue);
    const again = open();
    expect(again.database.prepare('SELECT count(*) FROM device').pluck().get()).toBe(0);
    again.close();
  });

  test('is written to again when it comes back', () => {
    const store = working(databaseKey());
    renameSync(queue, join(folder.path, 'elsewhere.db'));
    expect(() => add(store, 'GONE1')).toThrow(gone);
    renameSync(join(folder.path, 'elsewhere.db'), queue);
    add(store, 'BACK2');
    expect(store.database.prepare('SELECT serial_number FROM device').pluck().all()).toEqual(['BACK2']);
    store.close();
  });
});
