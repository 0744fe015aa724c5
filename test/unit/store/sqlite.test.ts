import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqlite, refuseOldNode, type DatabaseKey } from '../../../src/main/store/sqlite.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

describe('opening a database', () => {
  test.each([undefined, '9'])('says which Node is needed where the running one offers Node-API %s', (nodeApi) => {
    expect(() => refuseOldNode(nodeApi, 'v20.20.2')).toThrow(
      'Reseal needs Node 24 or newer for its database, and this is Node v20.20.2.',
    );
  });

  test('enforces foreign keys', () => {
    const database = openSqlite(':memory:');
    database.exec(
      'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE b (a INTEGER REFERENCES a (id)) STRICT',
    );
    expect(() => database.exec('INSERT INTO b VALUES (1)')).toThrow(/FOREIGN KEY/);
    database.close();
  });

  test('writes nothing readable with a key, and opens again with that key alone', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'locked.db');
    const key: DatabaseKey = { cipher: 'aegis', bytes: randomBytes(32), id: '1a2b3c4d' };
    const written = openSqlite(file, { key });
    written.exec("CREATE TABLE a (text TEXT) STRICT; INSERT INTO a VALUES ('a serial number')");
    expect(readFileSync(`${file}-wal`).includes('a serial number')).toBe(false);
    written.close();
    expect(readFileSync(file).includes('a serial number')).toBe(false);

    const opened = openSqlite(file, { key });
    expect(opened.prepare('SELECT text FROM a').pluck().get()).toBe('a serial number');
    opened.close();
    expect(() => openSqlite(file, { key: { ...key, bytes: randomBytes(32) } })).toThrow('file is not a database');
    expect(() => openSqlite(file)).toThrow('file is not a database');
    folder.remove();
  });
});
