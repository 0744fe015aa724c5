import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { restoreBackup } from '../../../src/main/store/restoreBackup.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

const now = () => new Date('2026-12-02T07:02:00Z');

/** Whether this account may mount a small disk: the tests of a full one need one that can be filled. */
function canMount(): boolean {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', folder.path], { stdio: 'ignore' });
    execFileSync('umount', [folder.path]);
    return true;
  } catch {
    return false;
  } finally {
    folder.remove();
  }
}

describe.skipIf(!canMount())('on a small disk (skipped where this account may not mount one)', () => {
  let disk: ReturnType<typeof temporaryFolder>;
  let store: Store | null = null;
  beforeEach(() => {
    disk = temporaryFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'none', disk.path]);
    store = openStore(disk.path, now);
    addTenant(store);
    createDeviceStore(store, now).add({ tenantId, serialNumber: 'SAFE1' });
  });
  afterEach(() => {
    store?.close();
    execFileSync('umount', [disk.path]);
    disk.remove();
  });

  /** Fills the disk but for a few kilobytes. */
  function fill(): string {
    const file = join(disk.path, 'filler');
    const { bavail, bsize } = statfsSync(disk.path);
    writeFileSync(file, Buffer.alloc(bavail * bsize - 65_536));
    return file;
  }
  const full = expect.objectContaining({ code: expect.stringMatching(/^(disk-full|SQLITE_FULL)$/) as string }) as Error;
  const halves = (folder: string) => readdirSync(folder).filter((name) => /\.(new|restor)/.test(name));

  test('a backup that finds no room leaves nothing behind, and the next one is whole', () => {
    const filler = fill();
    expect(() => store?.backUp('manual')).toThrow(full);
    expect(halves(join(disk.path, 'backups'))).toEqual([]);
    rmSync(filler);
    expect(store?.backUp('manual')).toMatch(/manual/);
  });

  test('a restore that finds no room, or a disk that takes no writes, leaves the queue as it is', () => {
    const file = store?.backUp('manual') ?? '';
    store?.close();
    store = null;
    const restore = () => restoreBackup({ dataFolder: disk.path, file, key: null, now: now(), who: 'MW' });
    const filler = fill();
    expect(restore).toThrow(full);
    rmSync(filler);
    execFileSync('mount', ['-o', 'remount,ro', disk.path]);
    expect(restore).toThrow(expect.objectContaining({ code: 'read-only' }) as Error);
    execFileSync('mount', ['-o', 'remount,rw', disk.path]);
    expect(halves(disk.path)).toEqual([]);
    store = openStore(disk.path, now);
    expect(store.database.prepare('SELECT serial_number FROM device').pluck().all()).toEqual(['SAFE1']);
  });

  test('a mount point without its disk is no new queue where its place says that there was one', () => {
    // The folder under the disk has the logs of an earlier day, say, and the door has begun one of today.
    store?.close();
    store = null;
    execFileSync('umount', [disk.path]);
    mkdirSync(join(disk.path, 'logs'));
    writeFileSync(join(disk.path, 'logs', 'reseal-2026-11-30.log'), '{}\n');
    writeFileSync(join(disk.path, 'logs', 'reseal-2026-12-01.log'), '{}\n');
    expect(() => openStore(disk.path, now)).toThrow(expect.objectContaining({ code: 'queue-gone' }) as Error);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk.path]);
  });
});
