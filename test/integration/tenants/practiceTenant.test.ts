import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { practiceMood } from '../../../src/shared/tenants/practiceMood.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import { ask } from '../../rigs/askBackend.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

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

test('the practice tenant is added once, is active, and needs no sign-in', async () => {
  const first = await ask(backend, 'tenants.addPractice', { speed: 100 });
  const second = await ask(backend, 'tenants.addPractice', {});
  expect(second).toEqual(first);
  expect(first).toMatchObject({ kind: 'practice', active: true, devices: 0, signIn: { state: 'signedIn' } });
  expect((await ask(backend, 'tenants.list', {})).tenants).toHaveLength(1);
  expect(await backend.dispatch('tenants.signIn', { id: first.id, method: 'browser' })).toMatchObject({
    ok: false,
    error: { code: 'unsupported' },
  });
});

test('the practice tenant fails as it is told to, says how, and answers again', async () => {
  await expect(ask(backend, 'tenants.practiceMood', {})).rejects.toThrow('There is no practice tenant.');
  const tenant = await ask(backend, 'tenants.addPractice', {});
  expect(await ask(backend, 'tenants.practiceMood', {})).toEqual({ mood: 'well' });
  await ask(backend, 'tenants.setPracticeMood', { mood: 'refuses' });
  expect(await ask(backend, 'tenants.practiceMood', {})).toEqual({ mood: 'refuses' });
  await ask(backend, 'tenants.setPracticeMood', { mood: 'unplugged' });
  const search = { tenantId: tenant.id, search: 'ada' };
  expect(await backend.dispatch('directory.searchUsers', search)).toMatchObject({
    ok: false,
    error: { code: 'offline' },
  });
  await ask(backend, 'tenants.setPracticeMood', { mood: 'well' });
  expect((await ask(backend, 'directory.searchUsers', search)).users).toHaveLength(1);
});

test('every way of answering is one that is told back by its name', async () => {
  await ask(backend, 'tenants.addPractice', {});
  for (const mood of practiceMood.options) {
    await ask(backend, 'tenants.setPracticeMood', { mood });
    expect(await ask(backend, 'tenants.practiceMood', {})).toEqual({ mood });
  }
});

test('users of the practice tenant are found by the beginning of their name', async () => {
  const tenant = await ask(backend, 'tenants.addPractice', {});
  const { users } = await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'ada' });
  expect(users).toMatchObject([{ displayName: 'Ada Lovelace', enabled: true, licensed: true }]);
  const quoted = await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: "Seán O'Brien" });
  expect(quoted.users).toHaveLength(1);
});

test('the permission check says of every workflow that it works, or that only a change can show it', async () => {
  const tenant = await ask(backend, 'tenants.addPractice', {});
  const { checks } = await ask(backend, 'directory.checkPermissions', { id: tenant.id });
  expect(checks.filter(({ state }) => state !== 'works').map(({ state, permission }) => [state, permission])).toEqual([
    ['unproven', 'DeviceManagementServiceConfig.ReadWrite.All'],
    ['unproven', 'DeviceManagementManagedDevices.ReadWrite.All'],
  ]);
  expect(checks.length).toBeGreaterThan(5);
});

test('the first tenant is the active one, and another takes over when it is chosen or the active one goes', async () => {
  const practice = await ask(backend, 'tenants.addPractice', {});
  const contoso = await ask(backend, 'tenants.add', {
    name: 'Contoso',
    directoryId: 'contoso.onmicrosoft.com',
    clientId: randomUUID(),
    colour: 'red',
  });
  expect(contoso).toMatchObject({ active: false, cloud: 'global', signIn: { state: 'signedOut', account: null } });
  expect(await ask(backend, 'tenants.activate', { id: contoso.id })).toMatchObject({ active: true });
  expect(await activeNames()).toEqual(['Contoso']);
  await ask(backend, 'tenants.update', { id: practice.id, name: 'Training', colour: 'gold' });
  await ask(backend, 'tenants.remove', { id: contoso.id });
  expect(await activeNames()).toEqual(['Training']);
});

async function activeNames(): Promise<readonly string[]> {
  const { tenants } = await ask(backend, 'tenants.list', {});
  return tenants.filter((tenant) => tenant.active).map(({ name }) => name);
}

test('a tenant with devices in the queue is not removed', async () => {
  const tenant = await ask(backend, 'tenants.addPractice', {});
  const store = openTestStore(folder.path, () => new Date());
  createDeviceStore(store, () => new Date()).add({ tenantId: tenant.id, serialNumber: 'PF0001' });
  store.close();
  expect(await backend.dispatch('tenants.remove', { id: tenant.id })).toMatchObject({
    ok: false,
    error: { code: 'blocked', message: 'There is 1 device of Practice tenant in the queue.' },
  });
});

test.each([
  ['https://graph.microsoft.com.evil.example'],
  ['https://evil.example'],
  ['http://evil.example'],
  ['http://127.0.0.1.evil.example'],
  ['http://user@evil.example'],
  ['file:///etc/passwd'],
])('a tenant may not send its tokens to %s', async (address) => {
  const outcome = await backend.dispatch('tenants.add', {
    name: 'Contoso',
    directoryId: 'contoso.onmicrosoft.com',
    clientId: randomUUID(),
    addresses: { graphRoot: address, authority: address },
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('a practice tenant that went away with another process is found or started again', async () => {
  const tenant = await ask(backend, 'tenants.addPractice', {});
  const other = createBackend(testPorts(folder.path));
  expect((await ask(other, 'directory.searchUsers', { tenantId: tenant.id, search: 'ada' })).users).toHaveLength(1);
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'ada' })).users).toHaveLength(1);
  await other.close();
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'ada' })).users).toHaveLength(1);
});
