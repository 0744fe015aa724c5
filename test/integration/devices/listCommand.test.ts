import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { everyDevice } from '../../../src/shared/devices/deviceFilter.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addDevices, withStore } from '../../rigs/queuedDevices.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

beforeAll(async () => {
  withStore(folder.path, (store) => addTenant(store));
  addDevices(folder.path, tenantId, [
    { serialNumber: 'A1', groupTag: 'Kiosk', model: 'Slate', shelf: 'S1' },
    { serialNumber: 'B2', groupTag: 'kiosk', model: 'Tower', assignedUser: 'ada@contoso.example' },
    { serialNumber: 'C3', groupTag: null, model: 'Slate' },
  ]);
  const backend = createBackend(testPorts(folder.path));
  await ask(backend, 'devices.saveView', {
    id: '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c11',
    name: 'Kiosks',
    filter: { ...everyDevice, groupTags: ['KIOSK'] },
    sort: 'serialNumber',
    descending: true,
    columns: ['serialNumber', 'shelf'],
  });
  await backend.close();
});

const run = (...words: readonly string[]) => runInProcess([...words, '--data-dir', folder.path]);
const csv = async (...words: readonly string[]) => (await run('list', '--csv', ...words)).stdout;

test('list --view shows the devices of a saved view, in its order, with its columns', async () => {
  const { status, stdout } = await run('list', '--view', 'kiosks');
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^serial number\s+shelf/);
  expect(lines.join('\n')).toMatch(/B2[^]*A1[^]*S1/);
  expect(stdout).not.toContain('C3');
  expect(lines.at(-1)).toBe('2 devices');
});

test('what else is chosen narrows a view, and another order or other columns take the place of its own', async () => {
  expect(await csv('--view', 'Kiosks', '--model', 'slate')).toBe('Serial number,Shelf\r\nA1,S1\r\n');
  expect(await csv('--view', 'Kiosks', '--descending')).toMatch(/A1[^]*B2/);
  expect(await csv('--view', 'Kiosks', '--sort', 'model', '--columns', 'model')).toBe('Model\r\nSlate\r\nTower\r\n');
});

test('a view that is not there is named, with those that are', async () => {
  const { status, stderr } = await run('list', '--view', 'Towers');
  expect(status).toBe(2);
  expect(stderr).toContain('There is no view “Towers”. Choose one of “Kiosks”.');
});

test('views lists the saved views, for people and for programs', async () => {
  expect((await run('views')).stdout).toMatch(/Kiosks\s+serialNumber, descending\s+serialNumber, shelf/);
  expect(JSON.parse((await run('views', '--json')).stdout)).toMatchObject({ views: [{ name: 'Kiosks' }] });
});

test('--columns chooses the columns of the table and of the CSV; one that is none is named', async () => {
  expect((await run('list', '--columns', 'shelf,model')).stdout).toMatch(/^shelf\s+model/);
  expect(await csv('--columns', 'serialNumber, groupTag', '--sort', 'serialNumber')).toBe(
    'Serial number,Group tag\r\nA1,Kiosk\r\nB2,kiosk\r\nC3,\r\n',
  );
  for (const wrong of ['colour', 'model,model', '']) {
    const { status, stderr } = await run('list', '--columns', wrong);
    expect(status).toBe(2);
    expect(stderr).toContain('serialNumber');
  }
});

test('filters by values take several, and the empty text is none', async () => {
  const columns = ['--columns', 'serialNumber', '--sort', 'serialNumber'];
  expect(await csv('--tag', '', ...columns)).toBe('Serial number\r\nC3\r\n');
  expect(await csv('--shelf', 'S1', '--shelf', 'S2', ...columns)).toBe('Serial number\r\nA1\r\n');
  expect(await csv('--with-user', ...columns)).toBe('Serial number\r\nB2\r\n');
  expect(await csv('--without-user', '--model', 'Slate', ...columns)).toBe('Serial number\r\nA1\r\nC3\r\n');
  expect((await run('list', '--with-user', '--without-user')).status).toBe(2);
});

test('--out writes the whole list to a file, as spreadsheets take it, and says where', async () => {
  const out = join(folder.path, 'kiosks.csv');
  const { status, stdout } = await run('list', '--view', 'Kiosks', '--csv', '--out', out);
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${out}\n2 devices written.\n` });
  expect(readFileSync(out, 'utf8')).toBe('\uFEFFSerial number,Shelf\r\nB2,\r\nA1,S1\r\n');

  const json = join(folder.path, 'kiosks.json');
  expect(JSON.parse((await run('list', '--view', 'Kiosks', '--json', '--out', json)).stdout)).toEqual({
    file: json,
    devices: 2,
  });
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ total: 2, devices: [{ serialNumber: 'B2' }, {}] });
});

test('two formats at once, or a file without one, are refused', async () => {
  expect((await run('list', '--csv', '--json')).status).toBe(2);
  expect((await run('list', '--out', join(folder.path, 'x'))).status).toBe(2);
});
