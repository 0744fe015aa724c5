import { expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue } from '../../rigs/offlineQueue.ts';

test('a long history is told page by page to its beginning, and says how long it is', async () => {
  const workshop = offlineQueue();
  const id = workshop.addDevice();
  for (let number = 1; number <= 520; number += 1) {
    await ask(workshop.backend, 'devices.note', { id, note: `Note ${number}` });
  }
  const { timeline, timelineTotal } = await ask(workshop.backend, 'devices.get', { id });
  expect([timeline.length, timeline[0]?.sentence, timelineTotal]).toEqual([500, 'Note 520', 520]);
  const older = await ask(workshop.backend, 'devices.timeline', { id, offset: 500 });
  expect([older.total, older.entries.length, older.entries.at(-1)?.sentence]).toEqual([520, 20, 'Note 1']);
  await workshop.close();
});

test('notes are found however much happened since, counted by themselves', async () => {
  const workshop = offlineQueue();
  const id = workshop.addDevice();
  await ask(workshop.backend, 'devices.note', { id, note: 'The hinge is loose.' });
  for (let number = 1; number <= 3; number += 1)
    await ask(workshop.backend, 'devices.expectProfile', { ids: [id], profileName: `Profile ${number}` });
  const { total, entries } = await ask(workshop.backend, 'devices.timeline', { id, subject: 'note' });
  expect([total, entries.map(({ sentence }) => sentence)]).toEqual([1, ['The hinge is loose.']]);
  await workshop.close();
});
