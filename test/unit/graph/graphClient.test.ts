import { describe, expect, test } from 'vitest';
import type { GraphCall } from '../../../src/main/graph/graphCall.ts';
import { keptLog } from '../../rigs/testPorts.ts';
import { clientOf, json, leapingClock, never, refused, scriptedGraph } from '../../fakes/graphFetch.ts';

const read: GraphCall = {
  version: 'v1.0',
  method: 'GET',
  path: '/users/ada%40contoso.com',
  scope: 'User.ReadBasic.All',
};
const write: GraphCall = { ...read, method: 'POST', path: '/deviceManagement/things/sync', body: {} };
const lost = new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
const offline = new TypeError('fetch failed', { cause: Object.assign(new Error('dns'), { code: 'ENOTFOUND' }) });

describe('a request', () => {
  test('carries the token, an id of its own, and a body only where there is one', async () => {
    const graph = scriptedGraph(json(200, { value: [] }, { 'request-id': 'r-1' }));
    const client = clientOf(graph.fetch, leapingClock());
    expect(await client.send(read, never)).toMatchObject({ status: 200, requestId: 'r-1', body: { value: [] } });
    await client.send(write, never);
    const [first, second] = graph.seen;
    expect(first?.url.href).toBe('https://graph.example/v1.0/users/ada%40contoso.com');
    expect(first?.headers.get('authorization')).toBe('Bearer token');
    expect(first?.headers.has('content-type')).toBe(false);
    expect(first?.headers.get('client-request-id')).not.toBe(second?.headers.get('client-request-id'));
    expect(second?.body).toEqual({});
  });

  test.each([200, 201, 202, 204])('is a success with %i and nothing in the answer', async (status) => {
    const graph = scriptedGraph(new Response(null, { status }));
    expect(await clientOf(graph.fetch, leapingClock()).send(write, never)).toMatchObject({ status, body: null });
  });

  test('does not follow a next page to another server, which would get the token', async () => {
    const graph = scriptedGraph(json(200, {}));
    const sent = clientOf(graph.fetch, leapingClock()).send(
      { ...read, path: 'https://graph.example.evil/v1.0/users' },
      never,
    );
    await expect(sent).rejects.toMatchObject({ kind: 'protocol', code: 'foreignNextLink' });
    expect(graph.seen).toHaveLength(0);
  });

  test('ends with the reason of whoever cancelled it', async () => {
    const graph = scriptedGraph(json(200, {}));
    const gone = AbortSignal.abort(new Error('closed'));
    await expect(clientOf(graph.fetch, leapingClock()).send(read, gone)).rejects.toThrow('closed');
  });
});

describe('a read that fails', () => {
  test('is repeated when the server says so, at its time', async () => {
    const clock = leapingClock();
    const graph = scriptedGraph(refused(429, 'TooManyRequests', { 'Retry-After': '3.5' }), json(200, {}));
    expect(await clientOf(graph.fetch, clock).send(read, never)).toMatchObject({ status: 200 });
    expect(clock.waits).toEqual([3_500]);
  });

  test('is repeated after a lost network, a broken connection and a server error', async () => {
    const clock = leapingClock();
    const graph = scriptedGraph(offline, lost, refused(502, 'BadGateway'), json(200, {}));
    expect(await clientOf(graph.fetch, clock).send(read, never)).toMatchObject({ status: 200 });
    expect(clock.waits).toEqual([2_000, 4_000, 8_000]);
  });

  test('waits less where the tenant’s clock runs faster', async () => {
    const clock = leapingClock();
    const graph = scriptedGraph(refused(503, 'ServiceUnavailable', { 'Retry-After': '6' }), json(200, {}));
    await clientOf(graph.fetch, clock, { speed: 60 }).send(read, never);
    expect(clock.waits).toEqual([100]);
  });

  test('gives up with a sentence, and without the address that was asked for', async () => {
    const kept = keptLog();
    const graph = scriptedGraph(refused(404, 'Request_ResourceNotFound'));
    const failed = clientOf(graph.fetch, leapingClock(), { log: kept.log }).send(read, never);
    await expect(failed).rejects.toMatchObject({ kind: 'notFound', status: 404, code: 'Request_ResourceNotFound' });
    expect(kept.lines).toMatchObject([{ event: 'graph.failed', facts: { endpoint: '/v1.0/users/*', status: 404 } }]);
    expect(JSON.stringify(kept.lines)).not.toMatch(/contoso|token/);
  });
});

describe('a write that fails', () => {
  test.each([
    ['throttled', refused(429, 'TooManyRequests', { 'Retry-After': '1' })],
    ['server', refused(500, 'InternalServerError')],
    ['timeout', lost],
    ['offline', offline],
  ])('is sent once and left to the outbox: %s', async (kind, reply) => {
    const graph = scriptedGraph(reply);
    await expect(clientOf(graph.fetch, leapingClock()).send(write, never)).rejects.toMatchObject({ kind });
    expect(graph.seen).toHaveLength(1);
  });

  test('says what the server wanted to wait, so that the outbox can', async () => {
    const graph = scriptedGraph(refused(429, 'TooManyRequests', { 'Retry-After': '17' }));
    const failed = clientOf(graph.fetch, leapingClock()).send(write, never);
    await expect(failed).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: 17_000 });
  });

  test('compares a date in Retry-After with the server’s own clock', async () => {
    const headers = { 'Retry-After': 'Thu, 01 Jan 2026 12:00:17 GMT', Date: 'Thu, 01 Jan 2026 12:00:00 GMT' };
    const graph = scriptedGraph(refused(429, 'TooManyRequests', headers));
    const failed = clientOf(graph.fetch, leapingClock('2019-05-01T00:00:00Z')).send(write, never);
    await expect(failed).rejects.toMatchObject({ retryAfterMs: 17_000 });
  });

  test('is an answer where the call takes the refusal as one', async () => {
    const graph = scriptedGraph(refused(429, 'TooManyRequests', { 'Retry-After': '600' }));
    const answer = await clientOf(graph.fetch, leapingClock()).send({ ...write, acceptedStatuses: [429] }, never);
    expect(answer).toMatchObject({ status: 429, retryAfterMs: 600_000 });
  });
});

describe('a token that has run out', () => {
  test('is replaced once, and the call repeated', async () => {
    const asked: boolean[] = [];
    const graph = scriptedGraph(refused(401, 'InvalidAuthenticationToken'), json(200, {}));
    const client = clientOf(graph.fetch, leapingClock(), {
      accessToken: ({ fresh }) => {
        asked.push(fresh);
        return Promise.resolve(fresh ? 'new' : 'old');
      },
    });
    await client.send(write, never);
    expect(asked).toEqual([false, true]);
    expect(graph.seen.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });

  test('is not replaced for ever', async () => {
    const graph = scriptedGraph(refused(401, 'InvalidAuthenticationToken'));
    await expect(clientOf(graph.fetch, leapingClock()).send(read, never)).rejects.toMatchObject({
      kind: 'unauthorized',
    });
    expect(graph.seen).toHaveLength(2);
  });
});

test('while the server wants to be left alone for long, nothing more is sent to it', async () => {
  const graph = scriptedGraph(refused(429, 'TooManyRequests', { 'Retry-After': '90' }));
  const client = clientOf(graph.fetch, leapingClock());
  await expect(client.send(write, never)).rejects.toMatchObject({ retryAfterMs: 90_000 });
  await expect(client.send(write, never)).rejects.toMatchObject({
    kind: 'throttled',
    code: 'held',
    retryAfterMs: 90_000,
  });
  expect(graph.seen).toHaveLength(1);
});

test('a clock that somebody sets neither shortens nor stretches what the server asked for', async () => {
  const clock = leapingClock();
  const graph = scriptedGraph(refused(429, 'TooManyRequests', { 'Retry-After': '90' }));
  const client = clientOf(graph.fetch, clock);
  await expect(client.send(write, never)).rejects.toMatchObject({ retryAfterMs: 90_000 });
  await clock.wait(10_000, never);
  for (const time of ['2027-01-01T00:00:00Z', '2020-01-01T00:00:00Z']) {
    clock.setTimeOfDay(time);
    await expect(client.send(write, never)).rejects.toMatchObject({ code: 'held', retryAfterMs: 80_000 });
  }
  expect(graph.seen).toHaveLength(1);
});

test.each(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'net::ERR_CERT_DATE_INVALID'])(
  'a certificate that is not valid today makes people look at their clock: %s',
  async (code) => {
    const untimely = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    const sent = clientOf(scriptedGraph(untimely).fetch, leapingClock()).send(write, never);
    await expect(sent).rejects.toMatchObject({
      kind: 'offline',
      message: expect.stringContaining('set the date and time') as unknown,
    });
  },
);

test('a page of a hotel’s network is not taken for Graph', async () => {
  const graph = scriptedGraph(new Response('<html>Welcome, guest</html>', { status: 200 }));
  await expect(clientOf(graph.fetch, leapingClock()).send(write, never)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'notGraph',
  });
});
