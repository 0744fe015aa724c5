import { expect, test } from 'vitest';
import { consentNeeded } from '../../../../../src/main/graph/signIn/signInProblem.ts';
import { checkPermissions } from '../../../../../src/main/services/tenants/permissionChecks.ts';
import { clientOf, json, leapingClock, never, refused, scriptedGraph } from '../../../../fakes/graphFetch.ts';

test('a workflow whose permission is not granted says so, and who can grant it', async () => {
  const graph = scriptedGraph(json(200, { value: [] }));
  const client = clientOf(graph.fetch, leapingClock(), {
    accessToken: ({ scope }) =>
      scope.endsWith('ReadWrite.All') ? Promise.reject(consentNeeded(scope)) : Promise.resolve('token'),
  });
  const broken = (await checkPermissions(client, 'person', never)).filter(({ state }) => state === 'notGranted');
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
  const checks = await checkPermissions(clientOf(graph.fetch, leapingClock()), 'person', never);
  expect(checks.find(({ workflow }) => workflow === 'Find users')).toMatchObject({ state: 'works' });
  expect(checks.find(({ workflow }) => workflow === 'Check deployment profiles')).toMatchObject({
    state: 'refused',
    sentence: expect.stringContaining('Intune role') as unknown,
  });
});

test('a check that cannot be made is not taken for a missing permission', async () => {
  const graph = scriptedGraph(refused(401, 'InvalidAuthenticationToken'));
  await expect(checkPermissions(clientOf(graph.fetch, leapingClock()), 'person', never)).rejects.toMatchObject({
    kind: 'unauthorized',
  });
});

test('an app that signs in by itself is told about application permissions, and never about a role', async () => {
  const graph = scriptedGraph((request) =>
    request.url.pathname.includes('managedDevices') ? refused(403, 'Forbidden') : json(200, { value: [] }),
  );
  const checks = await checkPermissions(clientOf(graph.fetch, leapingClock()), 'certificate', never);
  const intune = checks.filter(({ permission }) => permission.startsWith('DeviceManagement'));
  expect(intune.map(({ state }) => state)).toEqual(['works', 'works', 'unproven', 'refused', 'refused']);
  for (const { sentence } of checks) expect(sentence).not.toContain('Intune role');
  expect(checks.find(({ state }) => state === 'refused')?.sentence).toContain('application permission');
});
