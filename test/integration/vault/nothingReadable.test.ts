import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createSecretStore } from '../../../src/main/store/secretStore.ts';
import { openRawQueue, openTestStore } from '../../rigs/testVault.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: ReturnType<typeof temporaryFolder>;
let out: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  out = temporaryFolder();
});
afterEach(() => {
  folder.remove();
  out.remove();
});

const TOKEN = '0.ARwAtestRefreshTokenThatIsLongEnoughToBeSearched';

it('no file of a used data folder holds a hash, a serial number, a person’s address or a token that can be read', async () => {
  await runInProcess(['demo', '--data-dir', folder.path, '--out', out.path]);
  // What was written last is in the log of the database alone.
  const store = openTestStore(folder.path, () => new Date());
  createSecretStore(store).write('tokens/contoso', TOKEN);
  store.backUp('manual');
  const needles = whatMustNotBeRead();
  expect(needles.length).toBeGreaterThan(60);

  const files = filesUnder(folder.path);
  for (const name of ['reseal.db', 'reseal.db-wal', 'practice-tenant.db', 'logs', 'backups']) {
    expect(files.some((file) => file.includes(name))).toBe(true);
  }
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file);
    return needles.filter((needle) => holds(bytes, needle)).map((needle) => `${file}: ${String(needle).slice(0, 24)}`);
  });
  store.close();
  expect(found).toEqual([]);
});

/** In the ways in which programs write text. */
function holds(bytes: Buffer, needle: string | Buffer): boolean {
  if (typeof needle !== 'string') return bytes.includes(needle);
  return bytes.includes(needle, 0, 'utf8') || bytes.includes(needle, 0, 'utf16le');
}

/** Asked of the queue itself, so that nothing is forgotten when it learns to keep more. */
function whatMustNotBeRead(): (string | Buffer)[] {
  const database = openRawQueue(folder.path);
  const texts = z.array(z.string());
  const ask = (sql: string) => texts.parse(database.prepare(sql).pluck().all());
  const serials = ask(`SELECT DISTINCT serial_number FROM device WHERE length(serial_number) > 5`);
  const people = ask(`SELECT DISTINCT assigned_user FROM device WHERE assigned_user LIKE '%@%'`);
  const hashes = z
    .array(z.instanceof(Uint8Array))
    .parse(database.prepare('SELECT hardware_hash FROM hash_capture').pluck().all())
    .map((hash) => Buffer.from(hash));
  database.close();
  // A piece from the middle, as the queue keeps it and as files bring it.
  const pieces = hashes.map((hash) => hash.subarray(300, 330));
  return [...serials, ...people, ...pieces, ...pieces.map((piece) => piece.toString('base64')), TOKEN];
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
