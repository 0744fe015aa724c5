import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { readPdf } from '../../rigs/readPdf.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(() => queue.close());

const templateId = 'pre-provisioning-entra';

test('checklists of many devices are started once, ticked together, and printed as one document', async () => {
  const deviceIds = ['C1001', 'C1002', 'C1003'].map((serialNumber) => queue.addDevice({ serialNumber }));
  await ask(queue.backend, 'checklists.start', { deviceId: deviceIds[0] ?? '', templateId });
  const input = { deviceIds, templateId };
  expect(await ask(queue.backend, 'checklists.startMany', input)).toEqual({ started: 2, had: 1 });
  expect(await ask(queue.backend, 'checklists.startMany', input)).toEqual({ started: 0, had: 3 });

  const { templates } = await ask(queue.backend, 'checklists.templates', {});
  const blocks = templates.find(({ id }) => id === templateId)?.blocks.filter(({ scope }) => scope === 'device') ?? [];
  const itemId = blocks.flatMap(({ items }) => items).find(({ evidence }) => evidence === null)?.id ?? '';
  const tick = { ...input, itemId, state: 'done' as const };
  const without = queue.addDevice({ serialNumber: 'C1004' });
  expect(await ask(queue.backend, 'checklists.markMany', { ...tick, deviceIds: [...deviceIds, without] })).toEqual({
    marked: 3,
    had: 0,
    without: 1,
    held: 0,
  });
  expect(await ask(queue.backend, 'checklists.markMany', tick)).toEqual({ marked: 0, had: 3, without: 0, held: 0 });
  const { checklists } = await ask(queue.backend, 'checklists.list', { deviceId: deviceIds[2] ?? '' });
  expect(checklists[0]?.items.find(({ id }) => id === itemId)?.state).toBe('done');

  const one = await ask(queue.backend, 'checklists.document', { id: checklists[0]?.id ?? '', format: 'pdf' });
  const all = await ask(queue.backend, 'checklists.documents', input);
  const pagesOf = (base64: string) => readPdf(Buffer.from(base64, 'base64')).pages;
  expect(pagesOf(all.base64)).toBe(3 * pagesOf(one.base64));
});

test('a checklist begins by itself with the technician flow where the settings want it, and only then', async () => {
  const first = queue.addDevice({ serialNumber: 'C2001' });
  const second = queue.addDevice({ serialNumber: 'C2002' });
  const sheetsOf = async (deviceId: string) => (await ask(queue.backend, 'checklists.list', { deviceId })).checklists;
  await ask(queue.backend, 'bench.record', { deviceId: first, step: 'start' });
  expect(await sheetsOf(first)).toEqual([]);
  await ask(queue.backend, 'settings.write', {
    checklistsAtStart: ['pre-provisioning-entra', 'pre-provisioning-hybrid'],
  });
  await ask(queue.backend, 'bench.record', { deviceId: second, step: 'start' });
  expect(await sheetsOf(second)).toHaveLength(1);
});

test('a step that stands behind a gate is ticked on the devices alone that have passed it, and the others are counted', async () => {
  const ready = queue.addDevice({ serialNumber: 'C3001' });
  const virtual = queue.addDevice({ serialNumber: 'C3002', isVirtualMachine: true });
  const input = { deviceIds: [ready, virtual], templateId };
  await ask(queue.backend, 'checklists.startMany', input);
  const tick = { ...input, itemId: 'T5', state: 'done' as const };
  expect(await ask(queue.backend, 'checklists.markMany', tick)).toEqual({ marked: 1, had: 0, without: 0, held: 1 });
});
