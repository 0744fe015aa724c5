import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseFromFutureError, migrate, migrations } from '../../../src/main/store/migrate.ts';
import { checksumOf } from '../../../src/main/store/migrationRecords.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { migrateTo } from '../../rigs/migrateTo.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const now = () => new Date('2026-11-22T12:00:00Z');
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('opening the queue', () => {
  test('makes folder and file where there are none', () => {
    const store = openStore(join(folder.path, 'new', 'place'), now);
    expect(store.sizeBytes()).toBeGreaterThan(0);
    store.close();
  });

  test('opens it a second time without migrating again', () => {
    openStore(folder.path, now).close();
    openStore(folder.path, now).close();
    expect(readdirSync(folder.path)).not.toContain('backups');
  });

  test('refuses a queue of a newer Reseal in words, and leaves it as it is', () => {
    openStore(folder.path, now).close();
    const file = join(folder.path, 'reseal.db');
    const raw = openSqlite(file);
    raw.pragma('user_version = 999');
    raw.close();
    expect(() => openStore(folder.path, now)).toThrow(DatabaseFromFutureError);
    const untouched = openSqlite(file);
    expect(untouched.pragma('user_version', { simple: true })).toBe(999);
    untouched.close();
  });

  test('says which file cannot be used when it is not a database', () => {
    writeFileSync(
      join(folder.path, 'reseal.db'),
      'not a database, but long enough to have a header of its own'.repeat(4),
    );
    expect(() => openStore(folder.path, now)).toThrow(/reseal\.db cannot be used/);
  });

  test('backs up under a name that says when', () => {
    const store = openStore(folder.path, now);
    expect(store.backUp('manual')).toMatch(/reseal-manual-2026-11-22T12-00-00/);
    store.close();
  });
});

/** A queue at the present format, made by steps of which one was edited later. */
function otherBuild(): ReturnType<typeof openSqlite> {
  const database = openSqlite(join(folder.path, 'reseal.db'));
  const edited = migrations.map((step) =>
    step.version === 1 ? { ...step, up: step.up.replace('client_id     TEXT,', '') } : step,
  );
  migrate(database, () => undefined, edited);
  return database;
}
const refusal = {
  code: 'database',
  message: 'This queue was made by another build of Reseal, with a format of its own.',
  remedy: 'Open it with the Reseal that made it, or choose another data folder with --data-dir.',
};

describe('a queue that remembers the steps that made it', () => {
  test('is refused in words where one of them was edited since', () => {
    otherBuild().close();
    expect(() => openStore(folder.path, now)).toThrow(expect.objectContaining(refusal) as Error);
  });

  test('is refused by its shape where it was made before steps were remembered', () => {
    const database = otherBuild();
    database.exec('DROP TABLE migration');
    database.close();
    expect(() => openStore(folder.path, now)).toThrow(expect.objectContaining(refusal) as Error);
  });

  test.each([1, 5, migrations.length])(
    'is taken as it is where steps made it that were never edited: format %i',
    (format) => {
      const database = openSqlite(join(folder.path, 'reseal.db'));
      migrateTo(database, format);
      database.exec('DROP TABLE migration');
      database.close();
      openStore(folder.path, now).close();

      const opened = openSqlite(join(folder.path, 'reseal.db'));
      expect(opened.prepare('SELECT version, checksum FROM migration').all()).toEqual(
        migrations.map((step) => ({ version: step.version, checksum: checksumOf(step) })),
      );
      opened.close();
    },
  );

  test('is not changed where it is refused', () => {
    otherBuild().close();
    const before = readFileSync(join(folder.path, 'reseal.db'));
    expect(() => openStore(folder.path, now)).toThrow();
    expect(readFileSync(join(folder.path, 'reseal.db'))).toEqual(before);
    expect(readdirSync(folder.path)).not.toContain('backups');
  });
});

describe('migrating', () => {
  test('copies the queue first, and keeps every row', () => {
    const database = openSqlite(join(folder.path, 'old.db'));
    migrate(database, () => undefined, migrations.slice(0, 1));
    database.exec(
      `INSERT INTO tenant (id, kind, name, colour, cloud, created_at) VALUES ('t', 'practice', 'P', 'blue', 'global', '2026-01-01T00:00:00Z')`,
    );
    const backedUp: number[] = [];
    migrate(database, (version) => void backedUp.push(version));
    expect(backedUp).toEqual([1]);
    expect(database.prepare('SELECT count(*) AS n FROM tenant').get()).toEqual({ n: 1 });
    database.close();
  });

  test('is all or nothing: a step that fails leaves the earlier format', () => {
    const database = openSqlite(join(folder.path, 'old.db'));
    migrate(database, () => undefined, migrations.slice(0, 1));
    const broken = [
      ...migrations.slice(0, 1),
      { version: 2, name: 'broken', up: 'CREATE TABLE extra (id TEXT) STRICT; NONSENSE;' },
    ];
    expect(() => migrate(database, () => undefined, broken)).toThrow();
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'extra'`).get()).toEqual({ n: 0 });
    database.close();
  });
});
