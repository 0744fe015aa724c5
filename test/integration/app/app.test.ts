import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRawQueue } from '../../rigs/testVault.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(async () => queue.close());

test('Reseal says where it keeps things', async () => {
  expect(await ask(queue.backend, 'app.about', {})).toMatchObject({ door: 'test', dataFolder: queue.folder });
});

test('a backup by hand is a whole queue of its own, and is recorded', async () => {
  queue.addDevice({ serialNumber: 'BACKED1' });

  const { file } = await ask(queue.backend, 'app.backup', {});

  expect(existsSync(file)).toBe(true);
  const copy = openRawQueue(queue.folder, file);
  expect(copy.prepare('SELECT serial_number FROM device').all()).toEqual([{ serial_number: 'BACKED1' }]);
  copy.close();
  const { entries } = await ask(queue.backend, 'audit.list', {});
  expect(entries[0]).toMatchObject({ action: 'app.backup', sentence: `The queue was copied to ${file}.` });
});

test('two backups of one moment by the clock are two copies', async () => {
  const first = await ask(queue.backend, 'app.backup', {});
  const second = await ask(queue.backend, 'app.backup', {});

  expect(second.file).not.toBe(first.file);
  expect([first.file, second.file].map((file) => existsSync(file))).toEqual([true, true]);
});
