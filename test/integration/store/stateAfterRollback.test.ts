import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite, type DatabaseKey } from '../../../src/main/store/sqlite.ts';
import { rekeyInPlace, stateAfterRollback, wasRekeyInterrupted } from '../../../src/main/store/sqliteRekey.ts';
import { databaseKey } from '../../rigs/databaseKey.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'reseal.db');
});
afterEach(() => folder.remove());

/** A file with some pages, and the copy of it and its journal as a kill in the middle of a transaction leaves them. */
function brokenOff(key: DatabaseKey | null): string {
  const database = openSqlite(file, { key });
  database.exec('CREATE TABLE a (text TEXT) STRICT');
  const insert = database.prepare('INSERT INTO a VALUES (?)');
  for (let row = 0; row < 200; row += 1) insert.run('x'.repeat(4_000));
  database.pragma('journal_mode = DELETE');
  // So small that pages are written to the file before the end of the transaction.
  database.pragma('cache_size = 5');
  database.exec(`BEGIN IMMEDIATE; CREATE TABLE b (text TEXT) STRICT; UPDATE a SET text = replace(text, 'x', 'y')`);
  const killed = join(folder.path, 'killed.db');
  copyFileSync(file, killed);
  copyFileSync(`${file}-journal`, `${killed}-journal`);
  database.exec('ROLLBACK');
  database.close();
  return killed;
}

describe('a file, and the journal of a transaction that was broken off', () => {
  test.each([
    ['encrypted', databaseKey()],
    ['plain', null],
  ] as const)('which is %s is not taken for the other one, and opens as what it is', (state, key) => {
    const killed = brokenOff(key);
    expect(wasRekeyInterrupted(killed)).toBe(true);
    expect(stateAfterRollback(killed)).toBe(state);
    const opened = openSqlite(killed, { key });
    expect(opened.prepare(`SELECT count(*) FROM a WHERE text LIKE 'x%'`).pluck().get()).toBe(200);
    expect(existsSync(`${killed}-journal`)).toBe(false);
    opened.close();
  });

  test.each([
    ['encrypted', null, databaseKey(), 'plain'],
    ['decrypted', databaseKey(), null, 'encrypted'],
  ] as const)('which was %s to its end is what it became', (_, from, to, before) => {
    brokenOff(from);
    expect(stateAfterRollback(file)).toBe(before);
    expect(rekeyInPlace(file, { from, to })).toBe(true);
    expect(stateAfterRollback(file)).toBe(before === 'plain' ? 'encrypted' : 'plain');
  });
});
