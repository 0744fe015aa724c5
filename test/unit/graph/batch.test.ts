import { expect, test } from 'vitest';
import { z } from 'zod';
import { sendBatch, type Batch } from '../../../src/main/graph/batch.ts';
import { GraphError } from '../../../src/main/graph/graphError.ts';
import {
  clientOf,
  json,
  leapingClock,
  never,
  refused,
  scriptedGraph,
  type SeenRequest,
} from '../../fakes/graphFetch.ts';

const batchBody = z.object({ requests: z.array(z.looseObject({ id: z.string() })) });
const idsOf = (request: SeenRequest): string[] => batchBody.parse(request.body).requests.map(({ id }) => id);

function batch(count: number, isRead = true): Batch {
  const calls = Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    method: isRead ? ('GET' as const) : ('POST' as const),
    path: `/things/${index}`,
  }));
  return { version: 'beta', scope: 'DeviceManagementServiceConfig.Read.All', isRead, calls };
}

function answers(request: SeenRequest, statusOf: (id: string) => number): Response {
  const responses = idsOf(request).map((id) => ({
    id,
    status: statusOf(id),
    headers: { 'Retry-After': '4' },
    body: { id },
  }));
  return json(200, { responses: responses.reverse() });
}

test('forty-five calls go in three requests, and come back by their ids', async () => {
  const graph = scriptedGraph((request) => answers(request, () => 200));
  const outcomes = await sendBatch(clientOf(graph.fetch, leapingClock()), batch(45), never);
  expect(graph.seen.map((request) => idsOf(request).length)).toEqual([20, 20, 5]);
  expect(outcomes.size).toBe(45);
  expect(outcomes.get('44')).toEqual({ ok: true, body: { id: '44' } });
});

test('only the calls that were throttled are sent again, after the time they were given', async () => {
  const clock = leapingClock();
  let round = 0;
  const graph = scriptedGraph((request) => {
    round += 1;
    return answers(request, (id) => (round === 1 && Number(id) >= 3 ? 429 : 200));
  });
  const outcomes = await sendBatch(clientOf(graph.fetch, clock), batch(5, false), never);
  expect(graph.seen.map(idsOf)).toEqual([
    ['0', '1', '2', '3', '4'],
    ['3', '4'],
  ]);
  expect(clock.waits).toEqual([4_000]);
  expect([...outcomes.values()].every((outcome) => outcome.ok)).toBe(true);
});

test('a long wait that some calls are told holds the rest back, and what was done is known all the same', async () => {
  const clock = leapingClock();
  const graph = scriptedGraph((request) =>
    json(200, {
      responses: idsOf(request).map((id) => ({
        id,
        status: id === '3' ? 429 : 200,
        headers: { 'Retry-After': '90' },
        body: {},
      })),
    }),
  );
  const client = clientOf(graph.fetch, clock);
  const outcomes = await sendBatch(client, batch(30, false), never);
  expect(graph.seen.map((request) => idsOf(request).length)).toEqual([20]);
  expect(outcomes.get('0')).toMatchObject({ ok: true });
  expect(outcomes.get('3')).toMatchObject({ ok: false, error: { kind: 'throttled', retryAfterMs: 90_000 } });
  expect(outcomes.get('29')).toMatchObject({ ok: false, error: { kind: 'throttled', code: 'held' } });
  await expect(sendBatch(client, batch(1, false), never)).rejects.toMatchObject({ code: 'held' });
});

test('a request that fails after others were answered takes nothing from these', async () => {
  let requests = 0;
  const graph = scriptedGraph((request) => {
    requests += 1;
    return requests === 1 ? answers(request, () => 204) : refused(503, 'ServiceUnavailable');
  });
  const outcomes = await sendBatch(clientOf(graph.fetch, leapingClock()), batch(50, false), never);
  expect(graph.seen).toHaveLength(2);
  expect([...outcomes.values()].filter(({ ok }) => ok)).toHaveLength(20);
  expect(outcomes.get('20')).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  expect(outcomes.get('49')).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
});

test('what a tenant lacks is said of each call as of any other', async () => {
  const graph = scriptedGraph((request) => answers(request, () => 400));
  const client = clientOf(graph.fetch, leapingClock());
  const explained = new GraphError('Not here.', { kind: 'badRequest', code: 'notInThisCloud' });
  const outcomes = await sendBatch({ ...client, explain: () => explained }, batch(1), never);
  expect(outcomes.get('0')).toEqual({ ok: false, error: explained });
});

test('a refusal belongs to its call and leaves the others alone', async () => {
  const graph = scriptedGraph((request) => answers(request, (id) => (id === '1' ? 404 : 200)));
  const outcomes = await sendBatch(clientOf(graph.fetch, leapingClock()), batch(3), never);
  expect(outcomes.get('1')).toMatchObject({ ok: false, error: { kind: 'notFound' } });
  expect(outcomes.get('2')).toMatchObject({ ok: true });
});

test('a call that the batch says nothing about counts as unanswered, not as done', async () => {
  const graph = scriptedGraph(json(200, { responses: [{ id: '0', status: 204 }] }));
  const outcomes = await sendBatch(clientOf(graph.fetch, leapingClock()), batch(2, false), never);
  expect(outcomes.get('0')).toEqual({ ok: true, body: null });
  expect(outcomes.get('1')).toMatchObject({ ok: false, error: { kind: 'timeout', code: 'unanswered' } });
});

test('an action without parameters is sent with an empty body and its type', async () => {
  const graph = scriptedGraph((request) => answers(request, () => 204));
  await sendBatch(clientOf(graph.fetch, leapingClock()), batch(1, false), never);
  expect(graph.seen[0]?.body).toEqual({
    requests: [
      { id: '0', method: 'POST', url: '/things/0', headers: { 'Content-Type': 'application/json' }, body: {} },
    ],
  });
});
