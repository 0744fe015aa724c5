import { expect, test } from 'vitest';
import { consentNeeded } from '../../../src/main/graph/signIn/signInProblem.ts';
import { tryPermissions } from '../../../src/main/services/directory/permissionChecks.ts';
import {
  clientOf,
  json,
  leapingClock,
  never,
  refused,
  scriptedGraph,
  type SeenRequest,
} from '../../fakes/graphFetch.ts';

test('a workflow whose permission is not granted says so, and who can grant it', async () => {
  const graph = scriptedGraph(json(200, { value: [] }));
  const client = clientOf(graph.fetch, leapingClock(), {
    accessToken: ({ scope }) =>
      scope.endsWith('ReadWrite.All') ? Promise.reject(consentNeeded(scope)) : Promise.resolve('token'),
  });
  const broken = (await tryPermissions(client, 'person', never)).filter(({ state }) => state === 'notGranted');
  expect(broken.map(({ permission }) => permission)).toEqual([
    'DeviceManagementServiceConfig.ReadWrite.All',
    'DeviceManagementManagedDevices.ReadWrite.All',
  ]);
  for (const { sentence } of broken) expect(sentence).toMatch(/not granted.*administrator/);
});

test('a permission that is granted and still refused points to the role and the licence', async () => {
  const graph = scriptedGraph((request) =>
    request.url.pathname.includes('deviceManagement') ? refused(403, 'Forbidden') : json(200, { value: [] }),
  );
  const checks = await tryPermissions(clientOf(graph.fetch, leapingClock()), 'person', never);
  expect(checks.find(({ workflow }) => workflow === 'Find users')).toMatchObject({ state: 'works' });
  expect(checks.find(({ workflow }) => workflow === 'Check deployment profiles')).toMatchObject({
    state: 'refused',
    sentence: expect.stringContaining('Intune role') as unknown,
  });
});

const isRoleCheck = (request: SeenRequest): boolean => request.url.pathname.endsWith('/me/checkMemberObjects');
const writes = ['DeviceManagementServiceConfig.ReadWrite.All', 'DeviceManagementManagedDevices.ReadWrite.All'];

test('an account that administers Intune may write, which is known without writing', async () => {
  const graph = scriptedGraph((request) =>
    json(200, { value: isRoleCheck(request) ? ['3a2c62db-5318-420d-8d74-23affee5d9d5'] : [] }),
  );
  const checks = await tryPermissions(clientOf(graph.fetch, leapingClock()), 'person', never);
  for (const check of checks) expect(check.state).toBe('works');
  const [write] = checks.filter(({ permission }) => writes.includes(permission));
  expect(write?.sentence).toContain('administers Intune');
  expect(graph.seen.filter((request) => request.method !== 'GET').every(isRoleCheck)).toBe(true);
});

test('where nobody tells the roles of the account, writing stays unproven and the rest is checked', async () => {
  const graph = scriptedGraph((request) =>
    isRoleCheck(request) ? refused(400, 'BadRequest') : json(200, { value: [] }),
  );
  const checks = await tryPermissions(clientOf(graph.fetch, leapingClock()), 'person', never);
  expect(checks.filter(({ state }) => state === 'unproven').map(({ permission }) => permission)).toEqual(writes);
});

test('a workflow that the tenant or its cloud does not have says so, and the others are checked all the same', async () => {
  const graph = scriptedGraph((request) =>
    request.url.pathname.includes('DeploymentProfiles') ? refused(400, 'BadRequest') : json(200, { value: [] }),
  );
  const checks = await tryPermissions(clientOf(graph.fetch, leapingClock()), 'person', never);
  expect(checks.filter(({ state }) => state === 'refused')).toMatchObject([
    { workflow: 'Check deployment profiles', sentence: expect.stringContaining('BadRequest happened') as unknown },
  ]);
});

test('a check that cannot be made is not taken for a missing permission', async () => {
  const graph = scriptedGraph(refused(401, 'InvalidAuthenticationToken'));
  await expect(tryPermissions(clientOf(graph.fetch, leapingClock()), 'person', never)).rejects.toMatchObject({
    kind: 'unauthorized',
  });
});

test('an app that signs in by itself is told about application permissions, and never about a role', async () => {
  const graph = scriptedGraph((request) =>
    request.url.pathname.includes('managedDevices') ? refused(403, 'Forbidden') : json(200, { value: [] }),
  );
  const checks = await tryPermissions(clientOf(graph.fetch, leapingClock()), 'certificate', never);
  const intune = checks.filter(({ permission }) => permission.startsWith('DeviceManagement'));
  expect(intune.map(({ state }) => state)).toEqual([
    'works',
    'works',
    'unproven',
    'refused',
    'refused',
    'works',
    'works',
    'works',
  ]);
  for (const { sentence } of checks) expect(sentence).not.toContain('Intune role');
  expect(checks.find(({ state }) => state === 'refused')?.sentence).toContain('application permission');
});
