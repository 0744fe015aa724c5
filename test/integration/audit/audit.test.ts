import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { withStore } from '../../rigs/queuedDevices.ts';

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

  expect(total).toBe(4);
  expect(entries).toEqual([all[1]]);
  expect(all.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  expect(all.map(({ who }) => who)).toEqual(['JB', 'JB', 'JB', '—']);
  expect(all.every(({ account }) => account !== '')).toBe(true);
  expect(all.at(-1)?.sentence).toBe('Changed the settings: the initials are “JB”.');
});

test('a row that was changed past the triggers is named, and a whole log says its head', async () => {
  for (let times = 0; times < 3; times += 1) await ask(queue.backend, 'backups.make', {});
  const { head } = await ask(queue.backend, 'audit.head', {});
  expect(await ask(queue.backend, 'audit.verify', { head: head ?? '' })).toMatchObject({
    isWhole: true,
    sentence: `The audit log is whole: 3 rows, head ${head}.`,
  });
  withStore(queue.folder, ({ database }) => {
    database.exec(`DROP TRIGGER audit_event_stays; UPDATE audit_event SET who = 'X' WHERE id = 2`);
  });
  expect(await ask(queue.backend, 'audit.verify', {})).toMatchObject({
    isWhole: false,
    sentence: 'Row 2 of the audit log was changed.',
  });
  withStore(queue.folder, ({ database }) => {
    database.exec('DROP TRIGGER audit_event_is_kept; DELETE FROM audit_event WHERE id > 1');
  });
  expect(await ask(queue.backend, 'audit.verify', {})).toMatchObject({ isWhole: true });
  expect(await ask(queue.backend, 'audit.verify', { head: head ?? '' })).toMatchObject({
    isWhole: false,
    verdict: { kind: 'cutOff', last: 1 },
  });
  expect(await queue.backend.dispatch('audit.verify', { head: 'x' })).toMatchObject({ ok: false });
});

test('the whole log leaves as CSV and as JSON, with the digests', async () => {
  await ask(queue.backend, 'settings.write', { technicianInitials: '=1+1' });
  await ask(queue.backend, 'backups.make', {});
  const { head } = await ask(queue.backend, 'audit.head', {});
  const csv = await ask(queue.backend, 'audit.export', { format: 'csv' });
  const json = await ask(queue.backend, 'audit.export', { format: 'json' });
  const text = Buffer.from(csv.base64, 'base64').toString();
  expect(text.split('\r\n')).toHaveLength(4);
  expect(text).toContain(`'=1+1`);
  const document: unknown = JSON.parse(Buffer.from(json.base64, 'base64').toString());
  expect(document).toMatchObject({ head, pruned: null, rows: [{ id: 1 }, { id: 2, recorded: { subjects: [] } }] });
});
