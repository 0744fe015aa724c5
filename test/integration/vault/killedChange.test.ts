import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../../src/main/store/migrate.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { fileStateOf, rekeyInPlace, wasRekeyInterrupted } from '../../../src/main/store/sqliteRekey.ts';
import { databaseKeyOf, keyIdOf, SECRET_BYTES } from '../../../src/main/vault/derivedKeys.ts';
import { readKeyFile, replaceKeyFile, type KeyFile } from '../../../src/main/vault/keyFile.ts';
import { setEncryption } from '../../../src/main/vault/setEncryption.ts';
import { unlock } from '../../../src/main/vault/unlock.ts';
import { killAfter } from '../../rigs/killAfter.ts';
import { migrateTo } from '../../rigs/migrateTo.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

/** Of each kind; `RESEAL_FAULT_KILLS=50` for the figure that docs/security.md states. */
const KILLS = Number(process.env['RESEAL_FAULT_KILLS'] ?? 4);
const ROWS = 12_000;
/** The last kills come about when the change is done. */
const LATEST_MS = 600;
const OLD_FORMAT = 11;

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'reseal.db');
});
afterEach(() => folder.remove());

const now = () => new Date();
const options = () => ({ dataFolder: folder.path, now, environment: { RESEAL_KEY_KEPT_IN: 'file' } });
const moments = Array.from({ length: KILLS }, (_, kill) => (LATEST_MS * (kill + 1)) / KILLS);

function plainQueue(format?: number): void {
  const database = openSqlite(file);
  if (format === undefined) migrateTo(database, migrations.at(-1)?.version ?? 0);
  else migrateTo(database, format);
  const insert = database.prepare('INSERT INTO setting (name, value) VALUES (?, ?)');
  database.transaction(() => {
    for (let row = 0; row < ROWS; row += 1) insert.run(`row ${row}`, 'x'.repeat(600));
  })();
  database.close();
}

/** The key file as a kill leaves it between the change of the file and what comes behind: the queue opens with the next key. */
function leftBegun(before: KeyFile | null): void {
  const after = readKeyFile(folder.path);
  if (before === null || after === null) throw new Error('There is no key file.');
  replaceKeyFile(folder.path, { ...before, next: after.key });
}

/** Opens it as the next start does, and finds everything there. */
async function expectWhole(): Promise<void> {
  const vault = await unlock(options());
  const store = openStore(folder.path, now, vault.databaseKey);
  expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(store.database.prepare(COUNT).pluck().get()).toBe(ROWS);
  store.close();
}
const COUNT = `SELECT count(*) FROM setting WHERE name LIKE 'row %'`;

describe('a process killed at any moment leaves the queue as it was or as it shall be, whole, and the next start goes on', () => {
  it.each([
    ['encrypt', false],
    ['decrypt', true],
    ['rotate', true],
  ] as const)('while it changes the key: %s', async (change, isEncryptedBefore) => {
    plainQueue();
    await setEncryption(options(), isEncryptedBefore);
    const rotations = [keyIdNow()];
    const seen = { kills: 0, inTheMiddle: 0, done: 0 };
    for (const moment of moments) {
      const { isDone } = await killAfter(['changeProcess.ts', folder.path, change], moment);
      seen.kills += 1;
      if (isDone) seen.done += 1;
      if (wasRekeyInterrupted(file)) seen.inTheMiddle += 1;
      await expectWhole();
      expect(readKeyFile(folder.path)?.next ?? null).toBeNull();
      expect(fileStateOf(file)).toBe(readKeyFile(folder.path)?.isEncrypted === true ? 'encrypted' : 'plain');
      if (change === 'encrypt') expectNewestBackup();
      if (change === 'rotate') await expectRowOf(rotations);
      await setEncryption(options(), isEncryptedBefore);
    }
    process.stdout.write(`${change}: ${JSON.stringify(seen)}\n`);
    // Where all were done, the moments are wrong and the test says nothing.
    expect(seen.done).toBeLessThan(seen.kills);
  });

  it('and a change of key that was broken off behind its end has its row, once', async () => {
    plainQueue();
    await setEncryption(options(), true);
    const ids = [keyIdNow()];
    const before = readKeyFile(folder.path);
    const secret = Buffer.alloc(SECRET_BYTES, 7);
    const slots = [{ keptIn: 'file', secret: secret.toString('base64') }] as const;
    const next = { keyId: keyIdOf(secret), slots: [...slots] };
    if (before === null) throw new Error('There is no key file.');
    const from = (await unlock(options())).databaseKey;
    replaceKeyFile(folder.path, { ...before, next });
    rekeyInPlace(file, { from, to: databaseKeyOf(secret, 'database', before.cipher) });
    await expectRowOf(ids, next.keyId);
    leftBegun(before);
    await expectRowOf(ids, next.keyId);
  });

  it('while it brings an old format up to date', async () => {
    let caught = 0;
    for (const moment of moments) {
      folder.remove();
      folder = temporaryFolder();
      file = join(folder.path, 'reseal.db');
      plainQueue(OLD_FORMAT);
      await killAfter(['changeProcess.ts', folder.path, 'migrate'], moment / 3);
      const left = openSqlite(file);
      const format = left.pragma('user_version', { simple: true });
      expect([OLD_FORMAT, migrations.at(-1)?.version]).toContain(format);
      if (format === OLD_FORMAT) caught += 1;
      expect(left.prepare(COUNT).pluck().get()).toBe(ROWS);
      left.close();
      await expectWhole();
    }
    expect(caught).toBeGreaterThan(0);
  });

  it('while it makes a queue: the next start makes it', async () => {
    for (const moment of moments) {
      folder.remove();
      folder = temporaryFolder();
      file = join(folder.path, 'reseal.db');
      await killAfter(['unlockProcess.ts', folder.path], moment / 6);
      const vault = await unlock(options());
      const store = openStore(folder.path, now, vault.databaseKey);
      expect(store.database.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
      store.close();
    }
  });
});

const keyIdNow = (): string => readKeyFile(folder.path)?.key?.keyId ?? '';

/** A change of key has its one row, and one that was rolled back has none. @param ids the keys that the queue had, grown by a new one; @param wanted the one that it must have now */
async function expectRowOf(ids: string[], wanted?: string): Promise<void> {
  const vault = await unlock(options());
  if (wanted !== undefined) expect(keyIdNow()).toBe(wanted);
  if (keyIdNow() !== ids.at(-1)) ids.push(keyIdNow());
  const store = openStore(folder.path, now, vault.databaseKey);
  const rows = store.database.prepare(`SELECT sentence FROM audit_event WHERE action = 'vault.rotate' ORDER BY id`);
  expect(rows.pluck().all()).toEqual(
    ids.slice(1).map((id, index) => `The queue was given the key ${id} in the place of ${ids[index] ?? ''}.`),
  );
  store.close();
}

/** The copy made before the change opens, and has everything. */
function expectNewestBackup(): void {
  const backups = join(folder.path, 'backups');
  const newest = readdirSync(backups)
    .filter((name) => name.endsWith('.db') && name.includes('before-encryption'))
    .sort()
    .at(-1);
  // Killed before it came to that.
  if (newest === undefined) return;
  const copy = openSqlite(join(backups, newest), { readonly: true });
  expect(copy.prepare(COUNT).pluck().get()).toBe(ROWS);
  copy.close();
}
