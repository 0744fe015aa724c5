import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { everyDevice } from '../../../src/shared/devices/deviceFilter.ts';
import { MOST_VIEWS, type QueueView } from '../../../src/shared/devices/queueView.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const kiosks: QueueView = {
  id: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11',
  name: 'Kiosks',
  filter: { ...everyDevice, search: 'ada', groupTags: ['Kiosk', ''], isAssigned: false, createdFrom: '2026-11-01' },
  sort: 'shelf',
  descending: false,
  columns: ['serialNumber', 'shelf'],
};
const shipped: QueueView = {
  ...kiosks,
  id: '5a0c3b1e-9d6f-4d0a-8a53-7c1a8a2d4f10',
  name: 'About to ship',
  filter: { ...everyDevice, nextSteps: ['ship'] },
  columns: null,
};

let folder: ReturnType<typeof temporaryFolder>;
let backend: Backend;
beforeEach(() => {
  folder = temporaryFolder();
  backend = createBackend(testPorts(folder.path));
});
afterEach(async () => {
  await backend.close();
  folder.remove();
});

const namesOf = async (): Promise<string[]> => (await ask(backend, 'devices.views', {})).views.map(({ name }) => name);

test('views are there after a restart as they were saved, in the order of their names', async () => {
  await ask(backend, 'devices.saveView', kiosks);
  await ask(backend, 'devices.saveView', shipped);
  await backend.close();
  backend = createBackend(testPorts(folder.path));
  expect((await ask(backend, 'devices.views', {})).views).toEqual([shipped, kiosks]);
});

test('the columns of this computer are there after a restart too, and without a choice there are none', async () => {
  expect((await ask(backend, 'settings.read', {})).queueColumns).toBeNull();
  await ask(backend, 'settings.write', { queueColumns: ['model', 'useBy'] });
  await backend.close();
  backend = createBackend(testPorts(folder.path));
  expect((await ask(backend, 'settings.read', {})).queueColumns).toEqual(['model', 'useBy']);
});

test('a view is changed by its id, and deleted; what was deleted can be saved again', async () => {
  await ask(backend, 'devices.saveView', kiosks);
  await ask(backend, 'devices.saveView', { ...kiosks, name: 'All kiosks' });
  expect(await namesOf()).toEqual(['All kiosks']);
  await ask(backend, 'devices.deleteView', { id: kiosks.id });
  expect(await namesOf()).toEqual([]);
  await ask(backend, 'devices.saveView', kiosks);
  expect(await namesOf()).toEqual(['Kiosks']);
});

test('a name that another view has is refused, whatever its case, and nothing is changed', async () => {
  await ask(backend, 'devices.saveView', kiosks);
  const outcome = await backend.dispatch('devices.saveView', { ...shipped, name: 'KIOSKS' });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await namesOf()).toEqual(['Kiosks']);
});

test('there is an end to how many views are kept', async () => {
  for (let number = 0; number < MOST_VIEWS; number += 1) {
    await ask(backend, 'devices.saveView', { ...kiosks, id: crypto.randomUUID(), name: `View ${number}` });
  }
  const outcome = await backend.dispatch('devices.saveView', shipped);
  expect(outcome).toMatchObject({ ok: false, error: { code: 'too-large' } });
  expect(await namesOf()).toHaveLength(MOST_VIEWS);
});
