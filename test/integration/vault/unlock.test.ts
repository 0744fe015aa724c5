import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/main/store/openStore.ts';
import { openSqlite, type DatabaseKey } from '../../../src/main/store/sqlite.ts';
import { fileStateOf } from '../../../src/main/store/sqliteRekey.ts';
import { enterRecoveryKey } from '../../../src/main/vault/enterRecoveryKey.ts';
import { keyIdOf } from '../../../src/main/vault/derivedKeys.ts';
import { keyFileIn, readKeyFile, replaceKeyFile } from '../../../src/main/vault/keyFile.ts';
import { keepSecret } from '../../../src/main/vault/keySlots.ts';
import { rotateKey } from '../../../src/main/vault/rotateKey.ts';
import { setEncryption } from '../../../src/main/vault/setEncryption.ts';
import { keyPlacesOf, unlock } from '../../../src/main/vault/unlock.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { writeRecoveryKey } from '../../../src/shared/vault/recoveryKey.ts';
import { fakeKeyStore } from '../../rigs/fakeKeyStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: ReturnType<typeof fakeKeyStore>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = fakeKeyStore();
  file = join(folder.path, 'reseal.db');
});
afterEach(() => folder.remove());

const now = () => new Date('2026-12-01T08:00:00Z');
const options = (environment: NodeJS.ProcessEnv = {}) => ({ dataFolder: folder.path, now, environment, store });
const open = (environment: NodeJS.ProcessEnv = {}): Promise<Vault> => unlock(options(environment));

/** Opens the queue as a backend does, and closes it again. */
function use(vault: Vault): void {
  openStore(folder.path, now, vault.databaseKey).close();
  vault.markInUse();
}

/** A queue as Reseal made it before it could encrypt. */
function plainQueue(): void {
  openStore(folder.path, now).close();
}

function recoveryKeyOf(vault: Vault): string {
  const key = vault.recoveryKey();
  if (key === null) throw new Error('The queue has no key.');
  return key;
}

describe('the first start', () => {
  it('makes a key in the secret store, and a queue that opens with it alone', async () => {
    const vault = await open();
    use(vault);
    expect(vault.view()).toEqual({
      isEncrypted: true,
      keyId: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      keptIn: 'secretStore',
      recoveryConfirmedAt: null,
      waitsFor: null,
    });
    expect(fileStateOf(file)).toBe('encrypted');
    expect([...store.entries.values()].map((secret) => secret.length)).toEqual([16]);
    const again = await open();
    expect(again.databaseKey).toEqual(vault.databaseKey);
    expect(again.practiceTenantKey?.bytes).not.toEqual(again.databaseKey?.bytes);
  });

  it('writes nothing secret beside the queue, and nobody else can read that file', async () => {
    const vault = await open();
    const [secret = Buffer.alloc(0)] = store.entries.values();
    const text = readFileSync(keyFileIn(folder.path), 'utf8');
    for (const form of ['hex', 'base64', 'base64url'] as const) expect(text).not.toContain(secret.toString(form));
    expect(text).not.toContain(recoveryKeyOf(vault));
    if (process.platform !== 'win32') expect(statSync(keyFileIn(folder.path)).mode & 0o777).toBe(0o600);
  });

  it('keeps the key beside the queue where there is no secret store, says so, and keeps no sign-in', async () => {
    store.fail('The name org.freedesktop.secrets was not provided by any .service files');
    const said: string[] = [];
    const vault = await unlock({ ...options(), say: (sentence) => said.push(sentence) });
    use(vault);
    expect(vault.view().keptIn).toBe('file');
    expect(vault.keepsSignIns).toBe(false);
    expect(said.join()).toContain('its key lies beside it');
    expect((await open()).databaseKey).toEqual(vault.databaseKey);
    expect(said).toHaveLength(1);
  });

  it('of several at once makes one key', async () => {
    const vaults = await Promise.all([open(), open(), open()]);
    expect(new Set(vaults.map(({ databaseKey }) => databaseKey?.bytes.toString('hex'))).size).toBe(1);
    expect(store.entries.size).toBe(1);
  });

  it('makes a plain queue where that is wished, and keeps to it', async () => {
    use(await unlock({ ...options(), withoutEncryption: true }));
    expect(fileStateOf(file)).toBe('plain');
    const vault = await open();
    expect(vault.databaseKey).toBeNull();
    expect(vault.view()).toMatchObject({ isEncrypted: false, keyId: null });
    expect(store.entries.size).toBe(0);
  });
});

describe('a passphrase', () => {
  const passphraseFile = () => join(folder.path, 'passphrase.txt');
  const environment = () => ({ RESEAL_PASSPHRASE_FILE: passphraseFile() });

  it('opens the key, in one spelling or another, and no other passphrase does', async () => {
    writeFileSync(passphraseFile(), 'Zoë at bench 4\n');
    const vault = await open(environment());
    use(vault);
    expect(vault.view().keptIn).toBe('passphrase');
    expect(vault.keepsSignIns).toBe(true);
    expect(store.entries.size).toBe(0);
    writeFileSync(passphraseFile(), 'Zoe\u0308 at bench 4');
    expect((await open(environment())).databaseKey).toEqual(vault.databaseKey);
    writeFileSync(passphraseFile(), 'Zoe at bench 4');
    await expect(open(environment())).rejects.toMatchObject({ code: 'key-missing' });
    rmSync(passphraseFile());
    await expect(open(environment())).rejects.toMatchObject({ code: 'key-store' });
  });
});

describe('a key that is not there', () => {
  it('is told apart from a secret store that cannot be reached', async () => {
    const vault = await open();
    use(vault);
    const { keyId } = vault.view();
    store.fail('unlock prompt was dismissed');
    await expect(open()).rejects.toMatchObject({ code: 'key-store' });
    store.fail(null);
    store.entries.clear();
    await expect(open()).rejects.toMatchObject({
      code: 'key-missing',
      message: `This account does not hold the key of this queue (${keyId}).`,
      remedy: expect.stringContaining('reseal key enter') as string,
    });
  });

  it('comes back with the recovery key, also without the key file', async () => {
    const vault = await open();
    use(vault);
    const recoveryKey = recoveryKeyOf(vault);
    store.entries.clear();
    await enterRecoveryKey(folder.path, recoveryKey.toLowerCase(), keyPlacesOf(options()), now());
    expect((await open()).databaseKey).toEqual(vault.databaseKey);

    rmSync(keyFileIn(folder.path));
    await expect(open()).rejects.toMatchObject({
      code: 'key-missing',
      message: expect.stringContaining('reseal.key.json') as string,
    });
    await enterRecoveryKey(folder.path, recoveryKey, keyPlacesOf(options()), now());
    expect((await open()).databaseKey).toEqual(vault.databaseKey);
  });

  it('is not replaced by a mistyped one, nor by that of another queue', async () => {
    const vault = await open();
    use(vault);
    const typed = (key: string) => enterRecoveryKey(folder.path, key, keyPlacesOf(options()), now());
    const right = recoveryKeyOf(vault);
    const wrongLast = right.endsWith('0') ? '2' : '0';
    await expect(typed(`${right.slice(0, -1)}${wrongLast}`)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(typed(right.slice(5))).rejects.toThrow('this one has 24');
    await expect(typed(writeRecoveryKey(Buffer.alloc(16, 1)))).rejects.toThrow('key of another queue');
    rmSync(keyFileIn(folder.path));
    await expect(typed(writeRecoveryKey(Buffer.alloc(16, 1)))).rejects.toMatchObject({ code: 'key-wrong' });
  });

  it('is not guessed: a file of another queue is refused, and left alone', async () => {
    use(await open());
    const before = readFileSync(file);
    const key: DatabaseKey = { cipher: 'aegis', bytes: Buffer.alloc(32, 9), id: '00000000' };
    expect(() => openStore(folder.path, now, key)).toThrow(expect.objectContaining({ code: 'key-wrong' }) as Error);
    expect(readFileSync(file)).toEqual(before);
  });
});

describe('a queue from before', () => {
  it('is encrypted in place after a verified plain backup, and nothing is lost', async () => {
    plainQueue();
    const plain = openSqlite(file);
    const insert = plain.prepare('INSERT INTO setting (name, value) VALUES (?, ?)');
    for (let row = 0; row < 500; row += 1) insert.run(`row${row}`, '"5CG0000042"');
    plain.close();

    const vault = await open();

    expect(vault.view()).toMatchObject({ isEncrypted: true, waitsFor: null });
    expect(fileStateOf(file)).toBe('encrypted');
    expect(readFileSync(file).includes('5CG0000042')).toBe(false);
    const opened = openStore(folder.path, now, vault.databaseKey);
    expect(opened.database.prepare(`SELECT count(*) FROM setting WHERE name LIKE 'row%'`).pluck().get()).toBe(500);
    expect(opened.database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(opened.database.pragma('auto_vacuum', { simple: true })).toBe(2);
    opened.close();
    const backup = openSqlite(join(folder.path, 'backups', 'reseal-before-encryption-2026-12-01T08-00-00.000Z.db'));
    expect(backup.prepare(`SELECT count(*) FROM setting WHERE name LIKE 'row%'`).pluck().get()).toBe(500);
    backup.close();
  });

  it('stays plain and works while another Reseal has it open, and is encrypted at a later start', async () => {
    plainQueue();
    const other = openStore(folder.path, now);
    const vault = await open();
    expect(vault.view()).toMatchObject({ isEncrypted: false, waitsFor: 'otherReseal' });
    use(vault);
    other.close();
    expect((await open()).view()).toMatchObject({ isEncrypted: true, waitsFor: null });
  });

  it('of a newer Reseal is left as it is', async () => {
    plainQueue();
    const newer = openSqlite(file);
    newer.pragma('user_version = 999');
    newer.close();
    await expect(open()).rejects.toThrow('newer Reseal');
    expect(fileStateOf(file)).toBe('plain');
  });
});

describe('the ways back', () => {
  it('takes the encryption off and puts it on again, with the same key', async () => {
    const vault = await open();
    use(vault);
    const plain = await setEncryption(options(), false);
    expect(plain.view()).toMatchObject({ isEncrypted: false, keyId: vault.view().keyId });
    expect(fileStateOf(file)).toBe('plain');
    expect((await open()).databaseKey).toBeNull();
    const again = await setEncryption(options(), true);
    expect(again.databaseKey).toEqual(vault.databaseKey);
    expect(fileStateOf(file)).toBe('encrypted');
  });

  it('encrypts a queue that was begun without', async () => {
    use(await unlock({ ...options(), withoutEncryption: true }));
    expect((await setEncryption(options(), true)).view()).toMatchObject({ isEncrypted: true, keptIn: 'secretStore' });
    expect(fileStateOf(file)).toBe('encrypted');
  });

  it('refuses --no-encryption for a queue that is encrypted', async () => {
    use(await open());
    await expect(unlock({ ...options(), withoutEncryption: true })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('another key', () => {
  it('replaces the old one, which opens only the backup made before', async () => {
    const vault = await open();
    use(vault);
    vault.confirmRecoveryKey(now());
    const keys = await rotateKey(folder.path, keyPlacesOf(options()), now());
    const rotated = await open();
    expect(rotated.view()).toMatchObject({ keyId: keys.after, recoveryConfirmedAt: null });
    expect(store.entries.size).toBe(1);
    use(rotated);
    expect(() => openStore(folder.path, now, vault.databaseKey)).toThrow(
      expect.objectContaining({ code: 'key-wrong' }) as Error,
    );
    const backup = join(folder.path, 'backups', 'reseal-before-new-key-2026-12-01T08-00-00.000Z.db');
    openSqlite(backup, { key: vault.databaseKey }).close();
  });

  it('and the old one are both kept while the queue opens with neither, for it may be put back', async () => {
    use(await open());
    const begun = readKeyFile(folder.path);
    if (begun === null) throw new Error('The queue has a key file.');
    const secret = randomBytes(16);
    const slots = [await keepSecret(begun.queueId, secret, keyPlacesOf(options()))];
    replaceKeyFile(folder.path, { ...begun, next: { keyId: keyIdOf(secret), slots } });
    const whole = readFileSync(file);
    writeFileSync(file, randomBytes(whole.length));
    await open();
    expect(store.entries.size).toBe(2);

    writeFileSync(file, whole);
    use(await open());
    expect(store.entries.size).toBe(1);
    expect(readKeyFile(folder.path)).toMatchObject({ key: begun.key, next: null });
  });

  it('is not made while another Reseal has the queue open, and the old one stays', async () => {
    const vault = await open();
    const other = openStore(folder.path, now, vault.databaseKey);
    await expect(rotateKey(folder.path, keyPlacesOf(options()), now())).rejects.toMatchObject({ code: 'blocked' });
    other.close();
    expect((await open()).databaseKey).toEqual(vault.databaseKey);
    expect(readKeyFile(folder.path)?.next).toBeNull();
    expect(store.entries.size).toBe(1);
  });
});
