import { expect, test } from 'vitest';
import { createClient } from '../../../../src/renderer/api/client.ts';
import type { Transport, TransportListener } from '../../../../src/renderer/api/transport.ts';

function clientOver(call: Transport['call']) {
  const listeners: TransportListener[] = [];
  const client = createClient({
    call,
    subscribe(listener) {
      listeners.push(listener);
      return () => undefined;
    },
  });
  return { client, listener: listeners[0] };
}

test('an outcome of the backend is handed on as it is', async () => {
  const outcome = { ok: false, error: { code: 'not-found', message: 'It is not there.' } };
  const { client } = clientOver(() => Promise.resolve(outcome));
  expect(await client.call('tenants.list', {})).toEqual(outcome);
});

test.each([
  ['rejects', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['answers something else', () => Promise.resolve('<html>')],
  ['answers nothing', () => Promise.resolve(null)],
])('a transport that %s is an outcome that says what to do', async (_, call) => {
  const { client } = clientOver(call);
  expect(await client.call('tenants.list', {})).toMatchObject({
    ok: false,
    error: { message: 'Reseal does not answer.', remedy: expect.stringContaining('still running') as string },
  });
});

test('a watcher hears its topics, and every connection, since events may have been missed before it', () => {
  const { client, listener } = clientOver(() => Promise.resolve(null));
  const heard: (string | null)[] = [];
  const stop = client.watch(['devices.changed'], (event) => heard.push(event?.topic ?? null));
  listener?.onEvent({ topic: 'devices.changed', revision: 1 });
  listener?.onEvent({ topic: 'jobs.changed', revision: 2 });
  listener?.onConnection('lost');
  listener?.onConnection('connected');
  stop();
  listener?.onEvent({ topic: 'devices.changed', revision: 3 });
  expect(heard).toEqual(['devices.changed', null]);
});

test('the connection is told as it changes', () => {
  const { client, listener } = clientOver(() => Promise.resolve(null));
  const seen = [client.connection()];
  client.watchConnection(() => seen.push(client.connection()));
  listener?.onConnection('connected');
  listener?.onConnection('lost');
  expect(seen).toEqual(['connecting', 'connected', 'lost']);
});
