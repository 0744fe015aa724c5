import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../../../src/main/backend.ts';
import { contract, type InputOf, type OutputOf, type ProcedureName } from '../../../../../src/shared/api/contract.ts';
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

async function ask<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const outcome = await backend.dispatch(name, input);
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return contract[name].output.parse(outcome.value) as OutputOf<Name>;
}

test('the practice tenant is added once, is active, and needs no sign-in', async () => {
  const first = await ask('tenants.addPractice', { speed: 100 });
  const second = await ask('tenants.addPractice', {});
  expect(second).toEqual(first);
  expect(first).toMatchObject({ kind: 'practice', active: true, devices: 0, signIn: { state: 'signedIn' } });
  expect((await ask('tenants.list', {})).tenants).toHaveLength(1);
  expect(await backend.dispatch('tenants.signIn', { id: first.id, method: 'browser' })).toMatchObject({
    ok: false,
    error: { code: 'unsupported' },
  });
});

test('users of the practice tenant are found by the beginning of their name', async () => {
  const tenant = await ask('tenants.addPractice', {});
  const { users } = await ask('directory.searchUsers', { tenantId: tenant.id, search: 'ada' });
  expect(users).toMatchObject([{ displayName: 'Ada Lovelace', enabled: true, licensed: true }]);
  const quoted = await ask('directory.searchUsers', { tenantId: tenant.id, search: 'Seán O\'Brien' });
  expect(quoted.users).toHaveLength(1);
});

test('the permission check says of every workflow that it works', async () => {
  const tenant = await ask('tenants.addPractice', {});
  const { checks } = await ask('tenants.checkPermissions', { id: tenant.id });
  expect(checks.filter((check) => !check.works)).toEqual([]);
  expect(checks.length).toBeGreaterThan(5);
});
