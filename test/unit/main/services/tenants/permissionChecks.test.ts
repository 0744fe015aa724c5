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
  const broken = (await checkPermissions(client, never)).filter((check) => !check.works);
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
  const checks = await checkPermissions(clientOf(graph.fetch, leapingClock()), never);
  expect(checks.find(({ workflow }) => workflow === 'Find users')).toMatchObject({ works: true });
  expect(checks.find(({ workflow }) => workflow === 'Check deployment profiles')).toMatchObject({
    works: false,
    sentence: expect.stringContaining('Intune role') as unknown,
  });
});

test('a check that cannot be made is not taken for a missing permission', async () => {
  const graph = scriptedGraph(refused(401, 'InvalidAuthenticationToken'));
  await expect(checkPermissions(clientOf(graph.fetch, leapingClock()), never)).rejects.toMatchObject({
    kind: 'unauthorized',
  });
});
