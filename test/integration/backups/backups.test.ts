import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { inspectBackup } from '../../../src/main/store/inspectBackup.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { BackendEvent } from '../../../src/shared/api/events.ts';
import { ask } from '../../rigs/askBackend.ts';
import { withCompileCache } from '../../rigs/compileCache.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { keptLog, temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { testVault } from '../../rigs/testVault.ts';

const now = () => new Date();
const PAGE_BYTES = 4096;

describe('while Reseal runs', () => {
  let queue: OfflineQueue;
  beforeEach(() => {
    queue = offlineQueue();
  });
  afterEach(() => queue.close());
  const serials = async () =>
    (await ask(queue.backend, 'devices.list', { tenantId })).devices.map(({ serialNumber }) => serialNumber);

  test('a backup by hand is checked, listed and recorded', async () => {
    queue.addDevice({ serialNumber: 'BACKED1' });

    const made = await ask(queue.backend, 'backups.make', {});

    expect(inspectBackup(made.file, testVault(queue.folder).databaseKey)).toMatchObject({
      devices: 1,
      isEncrypted: true,
    });
    const { backups, isStale } = await ask(queue.backend, 'backups.list', {});
    expect({ backups, isStale }).toEqual({ backups: [made], isStale: false });
    const { entries } = await ask(queue.backend, 'audit.list', {});
    expect(entries[0]).toMatchObject({ action: 'backups.make', sentence: `The queue was copied to ${made.file}.` });
  });

  test('two backups of one moment by the clock are two copies', async () => {
    const first = await ask(queue.backend, 'backups.make', {});
    const second = await ask(queue.backend, 'backups.make', {});
    expect(second.file).not.toBe(first.file);
    expect([first.file, second.file].map((file) => existsSync(file))).toEqual([true, true]);
  });

  test('each backup is copied to the second place; where that is missing, it is said and the first copy is made', async () => {
    const stick = join(queue.folder, 'stick');
    await ask(queue.backend, 'settings.write', { backupFolder: stick });

    await ask(queue.backend, 'backups.make', {});
    const missing = await ask(queue.backend, 'backups.list', {});
    mkdirSync(stick);
    await ask(queue.backend, 'backups.make', {});
    const there = await ask(queue.backend, 'backups.list', {});

    expect(missing.secondPlace?.problem?.message).toBe(
      `There is no folder ${stick}, so the backup is in the data folder alone.`,
    );
    expect(missing.backups).toHaveLength(1);
    expect(there.secondPlace).toMatchObject({ folder: stick, problem: null });
    expect(readdirSync(stick).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  });

  test('a folder for this copy alone must be there', async () => {
    const folder = join(queue.folder, 'usb');
    expect(await queue.backend.dispatch('backups.make', { folder })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    mkdirSync(folder);
    expect((await ask(queue.backend, 'backups.make', { folder })).file.startsWith(folder)).toBe(true);
  });

  test('the page is told once the file went away, and nothing is saved', async () => {
    renameSync(join(queue.folder, 'reseal.db'), join(queue.folder, 'moved.db'));
    const { trouble } = await ask(queue.backend, 'backups.health', {});
    expect(trouble).toMatchObject({
      code: 'queue-gone',
      message: expect.stringContaining('nothing is saved now') as string,
    });
    expect(await queue.backend.dispatch('settings.write', { labName: 'Lost' })).toMatchObject({
      ok: false,
      error: { code: 'queue-gone' },
    });
    expect(await queue.backend.dispatch('backups.make', {})).toMatchObject({
      ok: false,
      error: { code: 'queue-gone' },
    });
    renameSync(join(queue.folder, 'moved.db'), join(queue.folder, 'reseal.db'));
  });

  test('what cannot be restored is refused, and the queue stays open', async () => {
    const file = join(queue.folder, 'none.db');
    expect(await queue.backend.dispatch('backups.restore', { file })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    queue.addDevice({ serialNumber: 'STILL1' });
    expect(await serials()).toEqual(['STILL1']);
  });
});

describe('a restore from the page', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    const seed = openStore(folder.path, now);
    addTenant(seed);
    createDeviceStore(seed, now).add({ tenantId, serialNumber: 'FIRST1' });
    seed.close();
  });
  afterEach(() => folder.remove());

  test('goes on behind the same door: calls wait, the page reads everything anew, and what was there is kept', async () => {
    const backend = createBackend(testPorts(folder.path));
    const { file } = await ask(backend, 'backups.make', {});
    const topics: string[] = [];
    backend.subscribe((event: BackendEvent) => void topics.push(event.topic));
    await ask(backend, 'settings.write', { labName: 'Changed since' });
    const shown = await ask(backend, 'backups.inspect', { file });

    const restoring = ask(backend, 'backups.restore', { file });
    const meanwhile = ask(backend, 'devices.list', { tenantId });

    const { replaced } = await restoring;
    expect((await meanwhile).devices).toHaveLength(1);
    expect(shown).toMatchObject({ devices: 1, missing: { devicesNow: 1, devicesSince: 0 } });
    expect((await ask(backend, 'settings.read', {})).labName).toBe('');
    expect((await ask(backend, 'audit.list', {})).entries[0]).toMatchObject({ action: 'backups.restore' });
    expect(topics).toEqual(expect.arrayContaining(['devices.changed', 'settings.changed', 'jobs.changed']));
    expect(existsSync(join(replaced ?? '', 'reseal.db'))).toBe(true);
    await backend.close();
  });

  test('is refused while another process has the queue open, and the page goes on', async () => {
    const backend = createBackend(testPorts(folder.path));
    const { file } = await ask(backend, 'backups.make', {});
    const other = openStore(folder.path, now);
    expect(await backend.dispatch('backups.restore', { file })).toMatchObject({ ok: false, error: { code: 'busy' } });
    other.close();
    expect((await ask(backend, 'devices.list', { tenantId })).devices).toHaveLength(1);
    await backend.close();
  });
});

describe('looking after the file', () => {
  test('a queue that was not closed in order is checked, and copied at the first quiet minute', async () => {
    const folder = temporaryFolder();
    const seed = openStore(folder.path, now);
    addTenant(seed);
    let ms = 0;
    const clock = {
      now,
      monotonicMs: () => ms,
      wait: async (milliseconds: number, signal: AbortSignal) => {
        ms += milliseconds;
        await wait(5, undefined, { signal }).catch(() => undefined);
      },
    };
    const backend = createBackend(testPorts(folder.path, { clock, runsOutbox: true }));

    await vi.waitFor(
      async () => {
        const { checks } = await ask(backend, 'backups.health', {});
        const { backups } = await ask(backend, 'backups.list', {});
        expect(checks).toContainEqual(expect.objectContaining({ kind: 'quick', problems: [] }));
        expect(backups).toEqual([expect.objectContaining({ reason: 'daily' })]);
      },
      { timeout: 30_000, interval: 200 },
    );
    await backend.close();
    seed.close();
    folder.remove();
  });

  test('a damaged file is said, takes no more writes, and is healed by a restore', async () => {
    const folder = temporaryFolder();
    const seed = openStore(folder.path, now);
    addTenant(seed);
    const devices = createDeviceStore(seed, now);
    seed.write(() => {
      for (let number = 0; number < 300; number += 1) devices.add({ tenantId, serialNumber: `DAMAGED${number}` });
    });
    const good = seed.backUp('manual');
    seed.close();
    overwriteMiddle(join(folder.path, 'reseal.db'));
    const kept = keptLog();
    const backend = createBackend(testPorts(folder.path, { runsOutbox: true, log: kept.log }));

    await vi.waitFor(
      async () => expect((await ask(backend, 'backups.health', {})).trouble).toMatchObject({ code: 'damaged' }),
      { timeout: 30_000, interval: 200 },
    );
    expect(await backend.dispatch('settings.write', { labName: 'Lost' })).toMatchObject({
      ok: false,
      error: { code: 'damaged' },
    });
    expect((await ask(backend, 'backups.health', {})).newestBackup).toBe(good);
    expect(kept.lines.map(({ event }) => event)).toContain('queue.damaged');

    await ask(backend, 'backups.restore', { file: good });
    expect((await ask(backend, 'backups.health', {})).trouble).toBeNull();
    expect((await ask(backend, 'settings.write', { labName: 'Saved' })).labName).toBe('Saved');
    await backend.close();
    folder.remove();
  });
});

/** Destroys one page of rows as a bad disk would. */
function overwriteMiddle(file: string): void {
  const at = Math.floor(readFileSync(file).lastIndexOf('DAMAGED150') / PAGE_BYTES) * PAGE_BYTES;
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, at);
  closeSync(handle);
}

test(
  'a restore that is killed at any moment leaves the old or the new queue, whole',
  { timeout: 240_000 },
  async () => {
    const folder = temporaryFolder();
    const seed = openStore(folder.path, now);
    addTenant(seed);
    const devices = createDeviceStore(seed, now);
    devices.add({ tenantId, serialNumber: 'OLD1' });
    const file = seed.backUp('manual');
    devices.add({ tenantId, serialNumber: 'NEW2' });
    seed.close();
    const program = join(import.meta.dirname, '..', '..', 'rigs', 'restoreProcess.ts');
    const seen = new Set<string>();

    for (let turn = 0; turn < 12; turn += 1) {
      const child = spawn(process.execPath, [program, folder.path, file], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: withCompileCache,
      });
      const exited = once(child, 'exit');
      await Promise.race([once(child.stdout, 'data'), exited]);
      await wait(turn * 12);
      child.kill('SIGKILL');
      await exited;

      const store = openStore(folder.path, now);
      const serials = store.database.prepare('SELECT serial_number FROM device ORDER BY rowid').pluck().all().join();
      expect(['OLD1', 'OLD1,NEW2']).toContain(serials);
      expect(store.database.pragma('integrity_check', { simple: true })).toBe('ok');
      seen.add(serials);
      if (serials === 'OLD1') createDeviceStore(store, now).add({ tenantId, serialNumber: 'NEW2' });
      store.close();
      expect(inspectBackup(file, null).devices).toBe(1);
      for (const name of readdirSync(folder.path)) {
        if (name.startsWith('replaced-')) rmSync(join(folder.path, name), { recursive: true });
      }
    }
    expect([...seen]).toContain('OLD1,NEW2');
    folder.remove();
  },
);
