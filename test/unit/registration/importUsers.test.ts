import { expect, test } from 'vitest';
import { consentNeeded } from '../../../src/main/graph/signIn/signInProblem.ts';
import { usersFor } from '../../../src/main/services/registration/importUsers.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { clientOf, json, leapingClock, never, scriptedGraph } from '../../fakes/graphFetch.ts';

const devices = [
  readyDevice({ id: 'with', assignedUser: 'Anna@contoso.example' }),
  readyDevice({ id: 'without', assignedUser: null }),
];

test('a user goes along with the import as the directory spells it', async () => {
  const user = { id: 'u', displayName: 'Anna', userPrincipalName: 'anna@contoso.example' };
  const graph = scriptedGraph(
    json(200, { responses: [{ id: 'Anna@contoso.example', status: 200, headers: {}, body: user }] }),
  );
  expect([...(await usersFor(clientOf(graph.fetch, leapingClock()), devices, never))]).toEqual([
    ['with', 'anna@contoso.example'],
  ]);
});

test('where nobody may read the directory, no device waits for that: its user is assigned after the registration', async () => {
  const client = clientOf(scriptedGraph().fetch, leapingClock(), {
    accessToken: ({ scope }) => Promise.reject(consentNeeded(scope)),
  });
  expect((await usersFor(client, devices, never)).size).toBe(0);
});

test('a directory that does not answer is another matter: the import waits for it', async () => {
  const client = clientOf(scriptedGraph(new Error('getaddrinfo ENOTFOUND')).fetch, leapingClock());
  await expect(usersFor(client, devices, never)).rejects.toMatchObject({ kind: 'offline' });
});
