import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inTurns } from '../../../src/main/services/inTurns.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, () => new Date());
  store.database.exec('CREATE TABLE done (item INTEGER)');
});
afterEach(() => {
  store.close();
  folder.remove();
});

const items = Array.from({ length: 2_500 }, (_, item) => item);
const doneSoFar = (): unknown => store.database.prepare('SELECT count(*) FROM done').pluck().get();

function workUntil(last: number) {
  const insert = store.database.prepare('INSERT INTO done VALUES (?)');
  return (item: number): void => {
    if (item === last) throw new BetterSqlite3.SqliteError('database or disk is full', 'SQLITE_FULL');
    insert.run(item);
  };
}

test('an act on up to a thousand devices is one transaction: all of it, or nothing', async () => {
  await expect(inTurns(store, items.slice(0, 1_000), workUntil(999))).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(doneSoFar()).toBe(0);
});

test('a longer one that the disk stops says how far it came', async () => {
  await expect(inTurns(store, items, workUntil(1_700))).rejects.toMatchObject({
    code: 'disk-full',
    message: '1,000 of 2,500 are done, and then it stopped: the disk is full.',
    remedy: expect.stringContaining('What is done is not done twice.') as unknown,
  });
  expect(doneSoFar()).toBe(1_000);
});

test('a mistake of the program stays one', async () => {
  const work = (item: number): void => {
    if (item === 1_700) throw new TypeError('not meant to be');
  };
  await expect(inTurns(store, items, work)).rejects.toBeInstanceOf(TypeError);
});
