import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../../../src/main/store/sqlite.ts';

/** The bytes that Reseal keeps of a hash of 4,000 characters: the rest is padding. */
const KEPT_BYTES = 773;

/**
 * What no import can be faster than: reading the bytes, splitting them, decoding and digesting each hash, and inserting rows with the
 * bytes that are kept, in one transaction, without any index.
 */
export function measureFloor(file: string, devices: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'reseal-floor-'));
  const started = performance.now();
  const lines = readFileSync(file, 'latin1')
    .split('\r\n')
    .slice(1, devices + 1);
  const database = openSqlite(join(folder, 'floor.db'));
  database.exec(
    'CREATE TABLE floor (id INTEGER PRIMARY KEY, serial TEXT, hash BLOB, digest BLOB, tag TEXT, person TEXT) STRICT',
  );
  const insert = database.prepare('INSERT INTO floor (serial, hash, digest, tag, person) VALUES (?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (const line of lines) {
      const [serial, , hash = '', tag, person] = line.split(',');
      const bytes = Buffer.from(hash, 'base64');
      const digest = createHash('sha256').update(bytes).digest();
      insert.run(serial, bytes.subarray(0, KEPT_BYTES), digest, tag, person);
    }
  })();
  const took = performance.now() - started;
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return took;
}
