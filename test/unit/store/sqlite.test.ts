import { describe, expect, test } from 'vitest';
import { openSqlite, refuseOldNode } from '../../../src/main/store/sqlite.ts';

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
});
