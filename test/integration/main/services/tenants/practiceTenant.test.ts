import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../../../src/main/backend.ts';

import { ask } from '../../../../fakes/askBackend.ts';
import { temporaryFolder, testPorts } from '../../../../fakes/testPorts.ts';

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

test('users of the practice tenant are found by the beginning of their name', async () => {
  const tenant = await ask(backend, 'tenants.addPractice', {});
  const { users } = await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'ada' });
  expect(users).toMatchObject([{ displayName: 'Ada Lovelace', enabled: true, licensed: true }]);
  const quoted = await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: "Seán O'Brien" });
  expect(quoted.users).toHaveLength(1);
});

test('the permission check says of every workflow that it works', async () => {
  const tenant = await ask(backend, 'tenants.addPractice', {});
  const { checks } = await ask(backend, 'tenants.checkPermissions', { id: tenant.id });
  expect(checks.filter((check) => !check.works)).toEqual([]);
  expect(checks.length).toBeGreaterThan(5);
});
