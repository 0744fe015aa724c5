import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Backend } from '../../../src/main/backend.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let workshop: OfflineQueue;
let backend: Backend;

beforeEach(() => {
  workshop = offlineQueue();
  ({ backend } = workshop);
});
afterEach(() => workshop.close());

const copyOf = (templateId: string, title = 'Our way') =>
  ask(backend, 'checklists.copyTemplate', { templateId, title });
const fileOf = async (id: string) => {
  const { base64 } = await ask(backend, 'checklists.templateFile', { id });
  return Buffer.from(base64, 'base64').toString('utf8');
};
const save = (content: string, version?: number) =>
  backend.dispatch('checklists.saveTemplate', { content, ...(version === undefined ? {} : { version }) });
const readSheet = (id: string) => ask(backend, 'checklists.get', { id });

test('a copy is proposed in place of the list it was made of, and its sheets are as the copy has them', async () => {
  const { id } = await copyOf('pre-provisioning-entra');
  const deviceId = workshop.addDevice();
  expect((await ask(backend, 'checklists.proposal', { deviceId })).templateId).toBe(id);
  const sheet = await ask(backend, 'checklists.start', { deviceId, templateId: id });
  expect(sheet).toMatchObject({ title: 'Our way', templateId: id, newer: null });
  await ask(backend, 'settings.write', { checklistsAtStart: [id] });
  const other = workshop.addDevice({ serialNumber: 'OTHER' });
  await ask(backend, 'bench.record', { deviceId: other, step: 'start' });
  const { checklists } = await ask(backend, 'checklists.list', { deviceId: other });
  expect(checklists.map(({ templateId }) => templateId)).toEqual([id]);
});

test('a change never touches a sheet in progress: it is offered, and taken with every mark', async () => {
  const { id } = await copyOf('deregister-by-it');
  const sheet = await ask(backend, 'checklists.start', { deviceId: workshop.addDevice(), templateId: id });
  await ask(backend, 'checklists.mark', { id: sheet.id, itemId: 'D1', state: 'done' });
  const changed = (await fileOf(id)).replace('Who registered the device is known', 'The registrar is written down');
  expect(await save(changed, 1)).toMatchObject({ ok: true, value: { version: 2 } });

  const before = await readSheet(sheet.id);
  expect(before.items[0]?.title).toBe('Who registered the device is known');
  expect(before.newer).toEqual({ version: 2, added: [], removed: [], changed: ['D1'] });
  const after = await ask(backend, 'checklists.takeNewer', { id: sheet.id });
  expect(after.items[0]).toMatchObject({ title: 'The registrar is written down', state: 'done' });
  expect(after.newer).toBeNull();
});

test('two people do not write over each other, and the same file twice is one version', async () => {
  const { id } = await copyOf('fix-pending');
  const content = await fileOf(id);
  expect(await save(content.replace('Our way', 'First'), 1)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await save(content.replace('Our way', 'Second'), 1)).toMatchObject({ error: { code: 'conflict' } });
  expect(await save(content.replace('Our way', 'First'))).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await ask(backend, 'checklists.own', {})).checklists[0]).toMatchObject({
    basedOn: 'fix-pending',
    basisTitle: 'Fix pending or Attention required',
    newerBasis: null,
  });
});

test('a file from another lab becomes a list of this one, and a broken one is refused with the place', async () => {
  const content = await fileOf('return-of-lease');
  const taken = await save(content);
  expect(taken).toMatchObject({ ok: true, value: { id: expect.stringMatching(/^own-/) as string, version: 1 } });
  expect(await save(content.replace('"title": "Leaving"', '"title": ""'))).toMatchObject({
    error: { code: 'invalid-input', message: expect.stringContaining('block 1, title') as string },
  });
  expect((await ask(backend, 'checklists.own', {})).checklists).toHaveLength(1);
});

test('a removed list is offered no more, its sheets go on, and its file brings it back', async () => {
  const { id } = await copyOf('refurbish');
  const { id: sheetId } = await ask(backend, 'checklists.start', { deviceId: workshop.addDevice(), templateId: id });
  const { content } = await ask(backend, 'checklists.removeTemplate', { id });
  const ids = async () => (await ask(backend, 'checklists.templates', {})).templates.map((one) => one.id);
  expect(await ids()).not.toContain(id);
  expect((await readSheet(sheetId)).title).toBe('Our way');
  expect(await save(content)).toMatchObject({ ok: true, value: { id, version: 2 } });
  expect(await ids()).toContain(id);
  expect(await backend.dispatch('checklists.removeTemplate', { id: 'dfci' })).toMatchObject({
    error: { code: 'not-found' },
  });
});
