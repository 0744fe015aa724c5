import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../scripts/support/projectRoot.mjs';
import { createQueueChecks } from '../../../src/main/services/backups/queueChecks.ts';
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
  const demo = await runInProcess(['demo', '--data-dir', folder.path, '--out', out.path]);
  expect(demo).toMatchObject({ status: 0 });
  await killBrowserDoor();
  const store = openTestStore(folder.path, () => new Date());
  createSecretStore(store).write('tokens/contoso', TOKEN);
  const backup = store.backUp('manual');
  store.close();
  expect(await runInProcess(['restore', backup, '--yes', '--data-dir', folder.path])).toMatchObject({ status: 0 });
  createQueueChecks(folder.path, 'this one').add({ kind: 'quick', at: new Date().toISOString(), problems: [] });
  // What is written last is in the log of the database alone.
  const again = openTestStore(folder.path, () => new Date());
  createSecretStore(again).write('tokens/contoso', TOKEN);
  const needles = whatMustNotBeRead();
  expect(needles.length).toBeGreaterThan(60);

  const files = filesUnder(folder.path);
  const expected = [
    'reseal.db',
    'reseal.db-wal',
    'practice-tenant.db',
    'reseal.key.json',
    'door.json',
    'reseal.checks.json',
  ];
  for (const name of [...expected, '.log', '.db.json', 'backups', 'replaced-']) {
    expect(
      files.some((file) => file.includes(name)),
      name,
    ).toBe(true);
  }
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file);
    return needles.filter((needle) => holds(bytes, needle)).map((needle) => `${file}: ${String(needle).slice(0, 24)}`);
  });
  again.close();
  process.stdout.write(`${needles.length} needles in ${files.length} files: ${found.length} found\n`);
  expect(found).toEqual([]);
});

/** As a power cut ends it: its record, its log and the log of the database stay as they are. */
async function killBrowserDoor(): Promise<void> {
  const words = ['serve', '--json', '--data-dir', folder.path];
  const door = spawn(process.execPath, [join(projectRoot, 'out', 'main', 'cli.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(door, 'exit');
  await Promise.race([once(door.stdout, 'data'), exited]);
  door.kill('SIGKILL');
  await exited;
}

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
