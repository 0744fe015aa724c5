import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import type { InputOf } from '../../../src/shared/api/contract.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addDevices, withStore } from '../../rigs/queuedDevices.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const MANY = 450;
const otherTenant = '5a0c3b1e-9d6f-4d0a-8a53-7c1a8a2d4f10';
const folder = temporaryFolder();
let backend: Backend;

beforeAll(() => {
  withStore(folder.path, (store) => {
    addTenant(store);
    addTenant(store, otherTenant, 'Other');
  });
  addDevices(folder.path, tenantId, [
    { serialNumber: 'B2', groupTag: '=1+2', model: 'Slate, "large"' },
    { serialNumber: 'A1', groupTag: 'Kiosk', bench: 'failed' },
    { serialNumber: 'C3', groupTag: null },
  ]);
  const many = Array.from({ length: MANY }, (_, number) => ({ serialNumber: `M${number}`, hash: '' }));
  addDevices(folder.path, otherTenant, many);
  backend = createBackend(testPorts(folder.path));
});
afterAll(async () => {
  await backend.close();
  folder.remove();
});

async function written(list: Omit<InputOf<'exports.list'>, 'sort' | 'descending'>) {
  const { file, devices } = await ask(backend, 'exports.list', { ...list, sort: 'serialNumber', descending: false });
  return { text: Buffer.from(file.base64, 'base64').toString(), devices, file };
}

test('a list as CSV has its columns in their order and its devices in theirs, and a spreadsheet computes none of it', async () => {
  const { text, devices, file } = await written({
    tenantId,
    columns: ['serialNumber', 'groupTag', 'model'],
    format: 'csv',
  });
  expect(text).toBe(
    '\uFEFFSerial number,Group tag,Model\r\n' +
      'A1,Kiosk,Fabrikam Slate 13\r\n' +
      'B2,\'=1+2,"Slate, ""large"""\r\n' +
      'C3,,Fabrikam Slate 13\r\n',
  );
  expect(devices).toBe(3);
  expect(file.mediaType).toBe('text/csv');
  expect(file.fileName).toMatch(/^devices-\d{4}-\d\d-\d\d\.csv$/);
});

test('the same list as JSON has codes and values as they are', async () => {
  const { text } = await written({ tenantId, columns: ['serialNumber', 'groupTag', 'bench'], format: 'json' });
  expect(JSON.parse(text)).toEqual({
    total: 3,
    devices: [
      { serialNumber: 'A1', groupTag: 'Kiosk', bench: 'failed' },
      { serialNumber: 'B2', groupTag: '=1+2', bench: 'notStarted' },
      { serialNumber: 'C3', groupTag: null, bench: 'notStarted' },
    ],
  });
});

test('only what the filter keeps is in it; a list of nothing has its head', async () => {
  const failed = await written({ tenantId, failed: true, columns: ['serialNumber'], format: 'csv', bom: false });
  expect(failed.text).toBe('Serial number\r\nA1\r\n');
  const none = await written({ tenantId, shelves: ['Nowhere'], columns: ['serialNumber'], format: 'csv', bom: false });
  expect([none.text, none.devices]).toEqual(['Serial number\r\n', 0]);
});

test('a list longer than what is read at once is whole, each device once', async () => {
  const { text, devices } = await written({ tenantId: otherTenant, columns: ['serialNumber'], format: 'csv' });
  const lines = text.trim().split('\r\n').slice(1);
  expect(devices).toBe(MANY);
  expect(new Set(lines).size).toBe(MANY);
});

test('a column twice, or none, is refused', async () => {
  for (const columns of [[], ['model', 'model']]) {
    const outcome = await backend.dispatch('exports.list', { tenantId, columns, format: 'csv' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
});
