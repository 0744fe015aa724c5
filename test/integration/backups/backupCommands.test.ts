import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { rekeyInPlace } from '../../../src/main/store/sqliteRekey.ts';
import { createTenantStore } from '../../../src/main/store/tenantStore.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { openTestStore, testVault } from '../../rigs/testVault.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(() => folder.remove());

const reseal = (...words: string[]) => runInProcess([...words, '--data-dir', data]);
function add(serialNumber: string): void {
  const store = openTestStore(data, () => new Date());
  if (createTenantStore(store, () => new Date()).all().length === 0) addTenant(store);
  createDeviceStore(store, () => new Date()).add({ tenantId, serialNumber });
  store.close();
}
const made = z.object({ file: z.string(), devices: z.number() });
const listed = z.object({ backups: z.array(made) });

async function backUp(...words: string[]): Promise<z.infer<typeof made>> {
  const { status, stdout } = await reseal('backup', '--json', ...words);
  expect(status).toBe(0);
  return made.parse(JSON.parse(stdout));
}

test('a queue is backed up, lost, and restored where it no longer opens', async () => {
  add('KEPT1');
  const { file, devices } = await backUp();
  expect(devices).toBe(1);
  writeFileSync(join(data, 'reseal.db'), 'what a bad disk left of it'.repeat(1_000));
  const broken = await reseal('list');
  expect(broken).toMatchObject({ status: 3 });
  expect(broken.stderr).toContain('it is the file of another queue, or its beginning is damaged.');
  expect(listed.parse(JSON.parse((await reseal('backup', 'list', '--json')).stdout)).backups).toEqual([
    expect.objectContaining({ file }),
  ]);

  const restored = await reseal('restore', file, '--yes');

  expect(restored.status).toBe(0);
  expect(restored.stderr).toContain('1 device, last change');
  expect(restored.stdout).toMatch(/^Restored\. What was there before is in .*replaced-/);
  expect((await reseal('list')).stdout).toContain('KEPT1');
});

test('a restore asks, and without a person to answer does nothing', async () => {
  add('ONE1');
  const { file } = await backUp();
  add('LATER2');
  const { status, stderr } = await reseal('restore', file);
  expect(status).toBe(2);
  expect(stderr).toContain('1 device that was added since would be missing.');
  expect(stderr).toContain('Nothing was restored: add --yes');
  expect((await reseal('list')).stdout).toContain('LATER2');
});

test('a backup goes also to a stick, and from there to another computer', async () => {
  const stick = join(folder.path, 'stick');
  const missing = await reseal('backup', '--to', stick);
  expect(missing).toMatchObject({ status: 2 });
  expect(missing.stderr).toContain(`There is no folder ${stick}, so the backup is in the data folder alone.`);
  expect(missing.stderr).toContain('make the folder, and back up again');
  expect(existsSync(stick)).toBe(false);
  expect(listed.parse(JSON.parse((await reseal('backup', 'list', '--json')).stdout)).backups).toHaveLength(1);
  mkdirSync(stick);
  add('MOVED1');
  const { file } = await backUp('--to', stick);
  expect(file.startsWith(stick)).toBe(true);

  const there = join(folder.path, 'other computer');
  const recoveryKey = testVault(data).recoveryKey() ?? '';
  const restoreThere = (input: string) => runInProcess(['restore', file, '--yes', '--data-dir', there], { input });
  expect((await restoreThere('ABCD')).stderr).toContain('A recovery key has 28 letters and digits; this one has 4.');
  expect(await restoreThere(recoveryKey)).toMatchObject({ status: 0 });
  expect((await runInProcess(['list', '--data-dir', there])).stdout).toContain('MOVED1');
});

test('a queue that is gone is said, and an empty one is made only where somebody types it', async () => {
  add('GONE1');
  const { file } = await backUp();
  rmSync(join(data, 'reseal.db'));

  const gone = await reseal('list');
  expect(gone.status).toBe(3);
  expect(gone.stderr).toContain('The queue that was in');
  expect(gone.stderr).toContain(`reseal restore "${file}"`);
  expect(readdirSync(data)).not.toContain('reseal.db');

  const anew = await reseal('list', '--begin-anew', '--json');
  expect(JSON.parse(anew.stdout)).toMatchObject({ total: 0 });
  expect((await reseal('list', '--json')).status).toBe(0);
});

test('unencrypted copies of an encrypted queue are named, and deleted after a yes', async () => {
  add('KEPT1');
  const { file } = await backUp();
  const plain = join(data, 'backups', 'of-before.db');
  copyFileSync(file, plain);
  rekeyInPlace(plain, { from: testVault(data).databaseKey, to: null });
  const asked = await reseal('backup', 'delete-unencrypted');
  expect(asked).toMatchObject({ status: 2 });
  expect(asked.stderr).toContain(plain);
  expect(asked.stderr).toContain('Nothing was deleted: add --yes');
  expect(existsSync(plain)).toBe(true);
  const deleted = await reseal('backup', 'delete-unencrypted', '--yes', '--json');
  expect(JSON.parse(deleted.stdout)).toEqual({ deleted: 1 });
  expect(existsSync(plain)).toBe(false);
  expect(existsSync(file)).toBe(true);
  expect((await reseal('backup', 'delete-unencrypted')).stdout).toContain('There is no unencrypted backup');
});
