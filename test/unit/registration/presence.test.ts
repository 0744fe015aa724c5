import { expect, test } from 'vitest';
import { createPresence } from '../../../src/main/services/registration/presence.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { clientOf, json, leapingClock, never, scriptedGraph } from '../../fakes/graphFetch.ts';

const devices = ['A', 'B', 'C', 'D'].map((serialNumber) => readyDevice({ id: serialNumber, serialNumber }));
const pace = (milliseconds: number): number => milliseconds;

test('the list of a tenant is read once for several batches, and again after two minutes, whatever the time of day says', async () => {
  const clock = leapingClock();
  const graph = scriptedGraph(json(200, { value: [{ id: 'z', serialNumber: 'b' }] }));
  const client = clientOf(graph.fetch, clock);
  const presence = createPresence(clock, { withSerialNumber: () => [], withZtdId: () => [] });
  const look = () => presence.find(client, pace, 'tenant', devices, never);
  expect([...(await look()).keys()]).toEqual(['B']);
  clock.setTimeOfDay('2030-01-01T00:00:00Z');
  await clock.wait(119_000, never);
  await look();
  expect(graph.seen).toHaveLength(1);
  clock.setTimeOfDay('2020-01-01T00:00:00Z');
  await clock.wait(1_000, never);
  await look();
  expect(graph.seen).toHaveLength(2);
});
