import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../src/main/store/sqlite.ts';

/** What no import can be faster than: reading the bytes, and inserting rows of the same size in one transaction. */
export function measureFloor(file: string, devices: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'reseal-floor-'));
  const hashes = readFileSync(file, 'latin1')
    .split('\r\n')
    .slice(1, devices + 1)
    .map((line) => line.split(','));
  const started = performance.now();
  readFileSync(file);
  const database = openSqlite(join(folder, 'floor.db'));
  database.exec('CREATE TABLE floor (id INTEGER PRIMARY KEY, serial TEXT, hash TEXT, tag TEXT, person TEXT) STRICT');
  const insert = database.prepare('INSERT INTO floor (serial, hash, tag, person) VALUES (?, ?, ?, ?)');
  database.transaction(() => {
    for (const [serial, , hash, tag, person] of hashes) insert.run(serial, hash, tag, person);
  })();
  const took = performance.now() - started;
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return took;
}
