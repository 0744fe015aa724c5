import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { openOrLock } from '../../../src/main/lockedQueue.ts';
import { systemClock } from '../../../src/main/systemClock.ts';
import { keyFileIn, readKeyFile, replaceKeyFile, type KeyFile } from '../../../src/main/vault/keyFile.ts';
import { unlock } from '../../../src/main/vault/unlock.ts';
import { writeRecoveryKey } from '../../../src/shared/vault/recoveryKey.ts';
import { ask } from '../../rigs/askBackend.ts';
import { fakeKeyStore } from '../../rigs/fakeKeyStore.ts';
import { killAfter } from '../../rigs/killAfter.ts';
import { keptLog, temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: ReturnType<typeof fakeKeyStore>;
let log: ReturnType<typeof keptLog>;
let said: string[];
let opened: Backend[];
beforeEach(() => {
  folder = temporaryFolder();
  store = fakeKeyStore();
  log = keptLog();
  said = [];
  opened = [];
});
afterEach(async () => {
  for (const backend of opened) await backend.close();
  folder.remove();
});

/** Starts Reseal as a door does; waits pass at once. */
async function start(environment: NodeJS.ProcessEnv = {}): Promise<Backend> {
  const backend = await openOrLock({
    unlocking: {
      dataFolder: folder.path,
      now: systemClock.now,
      environment,
      store,
      say: (sentence) => said.push(sentence),
    },
    open: (vault) => createBackend(testPorts(folder.path, { vault })),
    clock: { ...systemClock, wait: () => Promise.resolve() },
    log: log.log,
  });
  opened.push(backend);
  return backend;
}

async function stop(backend: Backend): Promise<void> {
  await backend.close();
  opened = opened.filter((each) => each !== backend);
}

/** A queue with a name in it that has been used and closed; its recovery key. */
async function usedQueue(environment: NodeJS.ProcessEnv = {}): Promise<{ keyId: string; recoveryKey: string }> {
  const backend = await start(environment);
  await ask(backend, 'settings.write', { labName: 'Lab 4' });
  const key = await ask(backend, 'vault.recoveryKey', {});
  await stop(backend);
  said = [];
  return key;
}

function keyFileHere(): KeyFile {
  const file = readKeyFile(folder.path);
  if (file === null) throw new Error('There is no key file.');
  return file;
}

const labName = async (backend: Backend) => (await ask(backend, 'settings.read', {})).labName;
const otherQueuesKey = writeRecoveryKey(Buffer.alloc(16, 1));
const failureOf = async (backend: Backend, name: string, input: unknown) => {
  const outcome = await backend.dispatch(name, input);
  if (outcome.ok) throw new Error(`${name} was not refused.`);
  return outcome.error;
};

describe('a queue whose key is not in the secret store', () => {
  it('is locked: it says what is missing, on the console too, and answers nothing else', async () => {
    const { keyId } = await usedQueue();
    store.entries.clear();
    const backend = await start();
    expect(await ask(backend, 'vault.lock', {})).toMatchObject({
      dataFolder: folder.path,
      keyId,
      asks: 'recoveryKey',
      problem: { code: 'key-missing', message: `This account does not hold the key of this queue (${keyId}).` },
    });
    expect(said.join()).toContain(`This queue is locked. This account does not hold the key of this queue (${keyId}).`);
    expect(said.join()).toContain('Reseal’s page');
    for (const name of ['settings.read', 'devices.list', 'vault.read', 'no.such']) {
      expect(await failureOf(backend, name, {})).toEqual({
        code: 'key-missing',
        message: 'This queue is locked.',
        remedy: 'Enter its key on Reseal’s page first.',
      });
    }
  });

  it('opens with its recovery key without a restart, tells the page, and stays open for this account', async () => {
    const { keyId, recoveryKey } = await usedQueue();
    store.entries.clear();
    const backend = await start();
    const topics: string[] = [];
    backend.subscribe(({ topic }) => topics.push(topic));
    expect(await ask(backend, 'vault.enterKey', { typed: recoveryKey.toLowerCase() })).toMatchObject({
      keyId,
      keptIn: 'secretStore',
    });
    expect(topics).toEqual(['vault.changed']);
    expect(await ask(backend, 'vault.lock', {})).toBeNull();
    expect(await labName(backend)).toBe('Lab 4');
    await ask(backend, 'settings.write', { labName: 'Lab 5' });
    expect(topics).toContain('settings.changed');
    const { entries } = await ask(backend, 'audit.list', {});
    expect(entries.map(({ action }) => action)).toContain('vault.enter');
    expect((await failureOf(backend, 'vault.enterKey', { typed: recoveryKey })).code).toBe('conflict');
    await stop(backend);

    said = [];
    expect(await labName(await start())).toBe('Lab 5');
    expect(said).toEqual([]);
  });

  it('stays locked after a key that is mistyped or another queue’s, and says so; nothing is written of it', async () => {
    const { keyId, recoveryKey } = await usedQueue();
    store.entries.clear();
    const before = readFileSync(keyFileIn(folder.path));
    const backend = await start();
    expect(await failureOf(backend, 'vault.enterKey', { typed: recoveryKey.slice(0, -1) })).toMatchObject({
      code: 'invalid-input',
      message: 'A recovery key has 28 letters and digits; this one has 27.',
    });
    expect((await failureOf(backend, 'vault.enterKey', { typed: otherQueuesKey })).message).toContain(
      `this one has the key ${keyId}`,
    );
    expect((await failureOf(backend, 'vault.enterKey', { typed: '' })).message).toContain('recovery key');
    expect(await ask(backend, 'vault.lock', {})).not.toBeNull();
    expect(readFileSync(keyFileIn(folder.path))).toEqual(before);
    expect(store.entries.size).toBe(0);
    expect(JSON.stringify(log.lines)).not.toContain(otherQueuesKey.slice(0, 4));
    await ask(backend, 'vault.enterKey', { typed: recoveryKey });
    expect(await labName(backend)).toBe('Lab 4');
  });

  it('tries one key at a time', async () => {
    const { recoveryKey } = await usedQueue();
    store.entries.clear();
    const backend = await start();
    const [first, second] = await Promise.all([
      backend.dispatch('vault.enterKey', { typed: recoveryKey }),
      backend.dispatch('vault.enterKey', { typed: recoveryKey }),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'busy' } });
  });

  it('is still locked after a restart, and opens in the same way', async () => {
    const { recoveryKey } = await usedQueue();
    store.entries.clear();
    await stop(await start());
    const backend = await start();
    expect(await ask(backend, 'vault.lock', {})).not.toBeNull();
    await ask(backend, 'vault.enterKey', { typed: recoveryKey });
    expect(await labName(backend)).toBe('Lab 4');
  });

  it('opens with its key where another one was about to replace it, and both were lost', async () => {
    const { keyId, recoveryKey } = await usedQueue();
    replaceKeyFile(folder.path, {
      ...keyFileHere(),
      next: { keyId: '00000000', slots: [{ keptIn: 'secretStore' }] },
    });
    store.entries.clear();
    const backend = await start();
    expect(await ask(backend, 'vault.lock', {})).toMatchObject({ keyId });
    await ask(backend, 'vault.enterKey', { typed: recoveryKey });
    expect(await labName(backend)).toBe('Lab 4');
    expect(readKeyFile(folder.path)).toMatchObject({ key: { keyId }, next: null });
  });

  it('opens without a key file too, as on another computer', async () => {
    const { recoveryKey } = await usedQueue();
    rmSync(keyFileIn(folder.path));
    const backend = await start();
    expect(await ask(backend, 'vault.lock', {})).toMatchObject({ keyId: null, asks: 'recoveryKey' });
    expect((await failureOf(backend, 'vault.enterKey', { typed: otherQueuesKey })).code).toBe('key-wrong');
    await ask(backend, 'vault.enterKey', { typed: recoveryKey });
    expect(await labName(backend)).toBe('Lab 4');
  });
});

describe('a secret store that cannot be reached', () => {
  it('is looked into again when a person asks for it', async () => {
    await usedQueue();
    store.fail('the collection is locked');
    const backend = await start();
    expect(await ask(backend, 'vault.lock', {})).toMatchObject({ problem: { code: 'key-store' } });
    expect((await failureOf(backend, 'vault.findKey', {})).code).toBe('key-store');
    store.fail(null);
    expect(await ask(backend, 'vault.findKey', {})).toMatchObject({ keptIn: 'secretStore' });
    expect(await labName(backend)).toBe('Lab 4');
  });

  it('that turns out to be empty is said', async () => {
    await usedQueue();
    store.fail('the collection is locked');
    const backend = await start();
    store.fail(null);
    store.entries.clear();
    await failureOf(backend, 'vault.findKey', {});
    expect(await ask(backend, 'vault.lock', {})).toMatchObject({ problem: { code: 'key-missing' } });
  });
});

describe('a passphrase', () => {
  const environment = () => {
    const file = join(folder.path, 'passphrase.txt');
    writeFileSync(file, 'Zoë at bench 4\n');
    return { RESEAL_PASSPHRASE_FILE: file };
  };

  it('that no file holds is typed, opens the queue for this start, and is kept nowhere', async () => {
    await usedQueue(environment());
    const before = readFileSync(keyFileIn(folder.path));
    const backend = await start();
    expect(await ask(backend, 'vault.lock', {})).toMatchObject({ asks: 'passphrase' });
    expect(await failureOf(backend, 'vault.enterKey', { typed: 'Zoe at bench 4' })).toMatchObject({
      code: 'invalid-input',
      message: 'That is neither the passphrase of this queue nor a recovery key.',
    });
    expect(await ask(backend, 'vault.enterKey', { typed: 'Zoe\u0308 at bench 4' })).toMatchObject({
      keptIn: 'passphrase',
    });
    expect(await labName(backend)).toBe('Lab 4');
    expect((await ask(backend, 'app.about', {})).secretStore).toBe('queue');
    await stop(backend);
    expect(readFileSync(keyFileIn(folder.path))).toEqual(before);
    expect(store.entries.size).toBe(0);
    expect(await ask(await start(), 'vault.lock', {})).not.toBeNull();
  });

  it('does not stand in the way of the recovery key', async () => {
    const { recoveryKey } = await usedQueue(environment());
    const backend = await start();
    expect(await ask(backend, 'vault.enterKey', { typed: recoveryKey })).toMatchObject({ keptIn: 'secretStore' });
    await stop(backend);
    expect(await labName(await start())).toBe('Lab 4');
  });
});

describe('a process that is killed', () => {
  /** The same queue for another process: nothing of this account opens it. */
  function takeTheKeyAway(): void {
    const file = keyFileHere();
    replaceKeyFile(folder.path, { ...file, key: file.key && { ...file.key, slots: [] } });
  }

  it('while it is locked, or while a key is entered, loses nothing', async () => {
    const environment = { RESEAL_KEY_KEPT_IN: 'file' };
    const { recoveryKey } = await usedQueue();
    for (const moment of [0, 60, 120, 180, 240]) {
      takeTheKeyAway();
      await killAfter(['lockedProcess.ts', folder.path], moment, recoveryKey);
      expect(keyFileHere().key?.slots.length).toBeLessThanOrEqual(1);
      const backend = await start(environment);
      if ((await ask(backend, 'vault.lock', {})) !== null) {
        await ask(backend, 'vault.enterKey', { typed: recoveryKey });
      }
      expect(await labName(backend)).toBe('Lab 4');
      expect(await ask(backend, 'audit.verify', {})).toMatchObject({ isWhole: true });
      await stop(backend);
    }
    const vault = await unlock({ dataFolder: folder.path, now: systemClock.now, environment, store });
    expect(vault.view().isEncrypted).toBe(true);
  });
});
