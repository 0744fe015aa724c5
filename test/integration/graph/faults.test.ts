import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphClient } from '../../../src/main/graph/graphClient.ts';
import {
  assignUserToAutopilotDevice,
  getAutopilotDevices,
  listAutopilotDevices,
} from '../../../src/main/graph/resources/autopilotDevices.ts';
import { clientOf, leapingClock, never } from '../../fakes/graphFetch.ts';
import { register, startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';

const ADA = { userPrincipalName: 'ada.lovelace@contoso-practice.example', addressableUserName: 'Ada' };

let graph: PracticeGraph;
let client: GraphClient;
let ztdIds: readonly string[];

beforeEach(async () => {
  graph = await startPracticeGraph();
  ztdIds = await register(
    graph,
    Array.from({ length: 25 }, (_, index) => ({ serialNumber: `PF${String(index).padStart(4, '0')}` })),
  );
  client = clientOf(globalThis.fetch, leapingClock(), {
    rootUrl: graph.tenant.url,
    accessToken: () => Promise.resolve(graph.tenant.token),
  });
});
afterEach(() => graph.close());

async function listedIds(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const rows of listAutopilotDevices(client, never)) ids.push(...rows.map(({ id }) => id));
  return ids;
}

test('a throttling storm of three answers is sat out by a read', async () => {
  graph.tenant.setFaults({
    faults: [{ effect: { kind: 'throttle', retryAfterSeconds: null }, methods: ['GET'], count: 3 }],
  });
  expect(new Set(await listedIds())).toEqual(new Set(ztdIds));
});

test('a list whose next link loops ends, with every device once', async () => {
  graph.tenant.setFaults({ faults: [{ effect: { kind: 'loopNextLink' } }] });
  expect([...(await listedIds())].sort()).toEqual([...ztdIds].sort());
});

test('a batch whose calls are throttled one by one still reads every device', async () => {
  graph.tenant.setFaults({
    faults: [
      {
        effect: { kind: 'throttle', retryAfterSeconds: 5 },
        path: '/deviceManagement/windowsAutopilotDeviceIdentities/*',
        count: 7,
      },
    ],
  });
  const devices = await getAutopilotDevices(client, ztdIds, never);
  expect(ztdIds.map((ztdId) => devices.get(ztdId))).toEqual(
    ztdIds.map((id) => expect.objectContaining({ id }) as unknown),
  );
});

test('a write that the tenant throttles is refused at once, for the outbox to send later', async () => {
  graph.tenant.setFaults({ faults: [{ effect: { kind: 'throttle', retryAfterSeconds: 5 }, methods: ['POST'] }] });
  const sent = assignUserToAutopilotDevice(client, ztdIds[0] ?? '', ADA, never);
  await expect(sent).rejects.toMatchObject({ kind: 'throttled' });
});
