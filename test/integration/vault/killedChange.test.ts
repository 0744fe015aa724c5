import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { fileStateOf } from '../../../src/main/store/sqliteRekey.ts';
import { readKeyFile, replaceKeyFile } from '../../../src/main/vault/keyFile.ts';
import { setEncryption } from '../../../src/main/vault/setEncryption.ts';
import { unlock } from '../../../src/main/vault/unlock.ts';
import { killUnlockAfter } from '../../rigs/runUnlock.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

/** `RESEAL_FAULT_KILLS=50` for the long run. */
const KILLS = Number(process.env['RESEAL_FAULT_KILLS'] ?? 12);
const ROWS = 12_000;
const LATEST_MS = 900;

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'reseal.db');
});
afterEach(() => folder.remove());

const now = () => new Date();
const options = () => ({ dataFolder: folder.path, now, environment: { RESEAL_KEY_KEPT_IN: 'file' } });

function plainQueue(): void {
  const store = openStore(folder.path, now);
  const insert = store.database.prepare('INSERT INTO setting (name, value) VALUES (?, ?)');
  store.write(() => {
    for (let row = 0; row < ROWS; row += 1) insert.run(`row ${row}`, 'x'.repeat(600));
  });
  store.close();
}

it('a process killed while it encrypts leaves the queue plain or encrypted, whole, and the next start ends it', async () => {
  plainQueue();
  let [interrupted, ended] = [0, 0];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const isDone = await killUnlockAfter(folder.path, (LATEST_MS * (kill + 1)) / KILLS);
    if (isDone || fileStateOf(file) === 'encrypted') ended += 1;
    else interrupted += 1;
    const vault = await unlock(options());
    expect(vault.view()).toMatchObject({ isEncrypted: true, waitsFor: null });
    const store = openStore(folder.path, now, vault.databaseKey);
    expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(store.database.prepare(`SELECT count(*) FROM setting WHERE name LIKE 'row %'`).pluck().get()).toBe(ROWS);
    store.close();
    await setEncryption(options(), false);
    wishEncrypted();
    expectNewestBackup();
  }
  expect(interrupted + ended).toBe(KILLS);
  // Where none was caught in the middle, the moments are wrong and the test says nothing.
  expect(interrupted).toBeGreaterThan(0);
});

/** As a queue from before: plain on the disk, to be encrypted at the next start. */
function wishEncrypted(): void {
  const known = readKeyFile(folder.path);
  if (known !== null) replaceKeyFile(folder.path, { ...known, isEncrypted: true });
}

/** The copy made before the change opens, and has everything. */
function expectNewestBackup(): void {
  const names = readdirSync(join(folder.path, 'backups')).filter((name) => name.endsWith('.db'));
  const newest = join(
    folder.path,
    'backups',
    names
      .filter((name) => name.includes('before-encryption'))
      .sort()
      .at(-1) ?? '',
  );
  const copy = openSqlite(newest, { readonly: true });
  expect(copy.prepare(`SELECT count(*) FROM setting WHERE name LIKE 'row %'`).pluck().get()).toBe(ROWS);
  copy.close();
}
