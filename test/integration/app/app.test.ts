import { afterEach, beforeEach, expect, test } from 'vitest';
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
