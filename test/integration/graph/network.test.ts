import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { GraphCall } from '../../../src/main/graph/graphCall.ts';
import type { GraphClient } from '../../../src/main/graph/graphClient.ts';
import { clientOf, leapingClock, never } from '../../fakes/graphFetch.ts';

let server: Server | null = null;

afterEach(async () => {
  const closing = server;
  server = null;
  if (closing === null) return;
  closing.closeAllConnections();
  await new Promise((resolve) => closing.close(resolve));
});

/** A client of a server on a real socket that behaves as told. */
async function clientOfServer(listener: RequestListener): Promise<{ client: GraphClient; close: () => Promise<void> }> {
  const listening = createServer(listener);
  server = listening;
  const port = await new Promise<number>((resolve) => {
    listening.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const client = clientOf(globalThis.fetch, leapingClock(), { rootUrl: `http://127.0.0.1:${port}` });
  return {
    client,
    close: () => new Promise((resolve) => listening.close(() => resolve())),
  };
}

const read: GraphCall = { version: 'beta', method: 'GET', path: '/users', scope: 'User.Read' };
const write: GraphCall = {
  ...read,
  method: 'POST',
  path: '/deviceManagement/windowsAutopilotSettings/sync',
  body: {},
};

describe('on a real connection', () => {
  test('a server that never answers runs into the deadline of the call', async () => {
    const { client } = await clientOfServer(() => undefined);
    await expect(client.send({ ...write, deadlineMs: 30 }, never)).rejects.toMatchObject({
      kind: 'timeout',
      code: 'deadline',
    });
  });

  test('an answer that stops half-way runs into the deadline too', async () => {
    const { client } = await clientOfServer((_request, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('{"value":');
    });
    await expect(client.send({ ...write, deadlineMs: 100 }, never)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a connection that breaks is no proof that a write did not take effect', async () => {
    const { client } = await clientOfServer((request) => void request.socket.destroy());
    await expect(client.send(write, never)).rejects.toMatchObject({ kind: 'timeout', status: null });
  });

  test('a read survives three broken connections', async () => {
    let requests = 0;
    const { client } = await clientOfServer((request, response) => {
      requests += 1;
      if (requests < 4) request.socket.destroy();
      else response.end('{"value":[]}');
    });
    expect(await client.send(read, never)).toMatchObject({ body: { value: [] } });
  });

  test('a server that is not there is “offline”: the write was certainly not sent', async () => {
    const { client, close } = await clientOfServer(() => undefined);
    await close();
    await expect(client.send(write, never)).rejects.toMatchObject({ kind: 'offline', code: 'ECONNREFUSED' });
  });

  test('a redirect is not followed, so the token stays here', async () => {
    let requests = 0;
    const { client } = await clientOfServer((_request, response) => {
      requests += 1;
      response.writeHead(302, { Location: '/portal' }).end();
    });
    await expect(client.send(write, never)).rejects.toMatchObject({ kind: 'unavailable', code: 'redirected' });
    expect(requests).toBe(1);
  });

  test('whoever cancels a call gets its own reason, and the connection is closed', async () => {
    const stop = new AbortController();
    let closed: Promise<void> = Promise.resolve();
    const { client } = await clientOfServer((request) => {
      closed = new Promise((resolve) => request.socket.once('close', () => resolve()));
      stop.abort(new Error('the window was closed'));
    });
    await expect(client.send(read, stop.signal)).rejects.toThrow('the window was closed');
    await closed;
  });
});
