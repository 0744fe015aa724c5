import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(async () => queue.close());

test('the record of acts is read page by page, the newest first, with who did it', async () => {
  await ask(queue.backend, 'settings.write', { technicianInitials: 'JB' });
  for (let times = 0; times < 3; times += 1) await ask(queue.backend, 'backups.make', {});

  const { total, entries } = await ask(queue.backend, 'audit.list', { offset: 1, limit: 1 });
  const { entries: all } = await ask(queue.backend, 'audit.list', {});

  expect(total).toBe(3);
  expect(entries).toEqual([all[1]]);
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((one, other) => other - one));
  expect(all.map(({ who }) => who)).toEqual(['JB', 'JB', 'JB']);
});
