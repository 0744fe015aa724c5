import { randomBytes } from 'node:crypto';
import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createBackend } from '../../../src/main/backend.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src/main/hosts/contentSecurityPolicy.ts';
import { MAX_BODY_BYTES } from '../../../src/main/hosts/loopback/readJsonBody.ts';
import { type LoopbackDoor, startLoopback } from '../../../src/main/hosts/loopback/startLoopback.ts';
import { comeBack, learnHandoverKey } from '../../../src/renderer/api/handover.ts';
import type { KeyPlace } from '../../../src/renderer/api/handoverKey.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const folder = temporaryFolder();
const handoverKey = randomBytes(32);
let backend: Backend;
let door: LoopbackDoor;

beforeAll(async () => {
  const pageFolder = join(folder.path, 'page');
  await mkdir(pageFolder, { recursive: true });
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>Reseal</title>');
  await writeFile(join(pageFolder, 'notes.bin'), 'not a part of the page');
  backend = createBackend(testPorts(folder.path));
  door = await startLoopback({ backend, pageFolder, port: 0, handoverKey });
});

afterAll(async () => {
  await door.close();
  await backend.close();
  folder.remove();
});

const address = () => new URL(door.launchUrl);
const token = () => address().hash.replace('#token=', '');
const authorized = () => ({ authorization: `Bearer ${token()}`, 'content-type': 'application/json' });

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Plain HTTP, since fetch would mend the very headers that are under test. */
function send(
  method: string,
  path: string,
  headers: OutgoingHttpHeaders | readonly string[] = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = address();
    const request = httpRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
        reject,
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

describe('the launch address', () => {
  it('is on this computer alone and carries 32 random bytes in its fragment', () => {
    expect(address().hostname).toBe('127.0.0.1');
    expect(Buffer.from(token(), 'base64url')).toHaveLength(32);
    expect(address().search).toBe('');
  });

  it('is another at every start', async () => {
    const other = await startLoopback({ backend, pageFolder: folder.path, port: 0, handoverKey });
    expect(new URL(other.launchUrl).hash).not.toBe(address().hash);
    await other.close();
  });

  it('for a browser that is opened holds a code instead, good for one exchange by the page itself', async () => {
    const code = new URL(door.addressToOpen()).hash.replace('#code=', '');
    const exchange = (headers: OutgoingHttpHeaders = {}) =>
      send('POST', '/launch', { 'content-type': 'application/json', ...headers }, JSON.stringify({ code }));
    expect((await exchange({ origin: 'https://evil.example' })).status).toBe(403);
    expect(JSON.parse((await exchange()).body)).toEqual({ token: token() });
    expect((await exchange()).status).toBe(401);
    expect(door.addressToOpen()).not.toContain(token());
  });

  it('says so where its port is taken', async () => {
    const again = startLoopback({ backend, pageFolder: folder.path, port: Number(address().port), handoverKey });
    await expect(again).rejects.toThrow('cannot be opened');
  });
});

describe('a request', () => {
  it.each<[string, OutgoingHttpHeaders]>([
    ['another host name', { host: 'localhost' }],
    ['a rebound host name', { host: 'evil.example' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin to speak of', { origin: 'null' }],
    ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['a foreign site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('of %s is refused', async (_what, headers) => {
    const answer = await send('POST', '/rpc/app.about', { ...authorized(), ...headers }, '{}');
    expect(answer.status).toBe(403);
    expect(answer.headers['connection']).toBe('close');
  });

  it('that names two hosts is refused, whichever comes first', async () => {
    const { host } = address();
    for (const hosts of [
      [host, 'evil.example'],
      ['evil.example', host],
    ]) {
      const named = hosts.flatMap((name) => ['Host', name]);
      expect((await send('GET', '/', named)).status).toBe(403);
    }
  });

  it.each<[string, OutgoingHttpHeaders]>([
    ['without a token', { 'content-type': 'application/json' }],
    ['with a wrong token', { 'content-type': 'application/json', authorization: 'Bearer AAAA' }],
    ['with the token as a cookie', { 'content-type': 'application/json', cookie: 'token=AAAA' }],
  ])('%s learns nothing', async (_what, headers) => {
    expect((await send('POST', '/rpc/app.about', headers, '{}')).status).toBe(401);
    expect((await send('GET', '/events', headers)).status).toBe(401);
  });

  it('calls a procedure and gets its outcome, whether it did or did not', async () => {
    const done = await send('POST', '/rpc/app.about', { ...authorized(), origin: address().origin }, '{}');
    expect(done.status).toBe(200);
    expect(JSON.parse(done.body)).toMatchObject({ ok: true, value: { dataFolder: folder.path } });
    const refused = await send('POST', '/rpc/__proto__', authorized(), '{}');
    expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { code: 'unsupported' } });
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['plain text', 'text/plain'],
    ['almost JSON', 'application/jsonp'],
  ])('with %s is refused, so that no foreign form can reach a procedure', async (_what, type) => {
    expect((await send('POST', '/rpc/app.about', { ...authorized(), 'content-type': type }, '{}')).status).toBe(415);
  });

  it('with something else than JSON is refused', async () => {
    expect((await send('POST', '/rpc/app.about', authorized(), '{"a":')).status).toBe(400);
  });

  it('larger than the limit is refused, announced or not', async () => {
    const announced = await send('POST', '/rpc/app.about', { ...authorized(), 'content-length': MAX_BODY_BYTES + 1 });
    expect(announced.status).toBe(413);
    const chunked = { ...authorized(), 'transfer-encoding': 'chunked' };
    const large = await send('POST', '/rpc/app.about', chunked, `"${'a'.repeat(MAX_BODY_BYTES)}"`);
    expect(large.status).toBe(413);
  });

  it('of somebody without a token may be a few kilobytes long', async () => {
    const body = JSON.stringify({ code: 'a'.repeat(5_000) });
    expect((await send('POST', '/launch', { 'content-type': 'application/json' }, body)).status).toBe(413);
  });

  it.each([
    ['GET', '/rpc/app.about'],
    ['PUT', '/rpc/app.about'],
    ['OPTIONS', '/rpc/app.about'],
    ['POST', '/'],
    ['DELETE', '/index.html'],
  ])('%s %s is refused', async (method, path) => {
    const answer = await send(method, path, authorized());
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the page', () => {
  it('is served with the content policy and is never stored', async () => {
    const page = await send('GET', '/');
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  it.each([
    '/reseal.db',
    '/../reseal.db',
    '/%2e%2e/reseal.db',
    '/..%2freseal.db',
    '/..%5creseal.db',
    '/notes.bin',
    '/%',
  ])('holds nothing at %s', async (path) => {
    expect((await send('GET', path)).status).toBe(404);
  });
});

describe('events', () => {
  it('reach the page that listens', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${address().origin}/events`, { headers: authorized(), signal: stop.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': connected\n\n');
    await backend.dispatch('settings.write', { labName: 'Lab 4' });
    const message = (await reader?.read())?.value ?? '';
    expect(JSON.parse(message.replace('data: ', ''))).toMatchObject({ topic: 'settings.changed' });
    stop.abort();
  });
});

describe('a page that was open before a restart', () => {
  /** A browser's store of one address. */
  function keyPlace(): KeyPlace {
    let kept: CryptoKey | null = null;
    return { read: () => Promise.resolve(kept), keep: (key) => Promise.resolve(void (kept = key)) };
  }

  const askAt = (origin: string) => (path: string, init: RequestInit) => fetch(`${origin}${path}`, init);
  const start = (key: Buffer) => startLoopback({ backend, pageFolder: folder.path, port: 0, handoverKey: key });
  const tokenOf = ({ launchUrl }: LoopbackDoor) => new URL(launchUrl).hash.replace('#token=', '');

  it('gets the new token, since both sides prove that they know the key', async () => {
    const place = keyPlace();
    await learnHandoverKey(token(), place, askAt(address().origin));
    const again = await start(handoverKey);
    const { origin } = new URL(again.launchUrl);
    expect(tokenOf(again)).not.toBe(token());
    expect(await comeBack(origin, place, askAt(origin))).toBe(tokenOf(again));
    await again.close();
  });

  it('keeps a key that it can use and nobody can read', async () => {
    const place = keyPlace();
    await learnHandoverKey(token(), place, askAt(address().origin));
    const key = await place.read();
    expect(key?.extractable).toBe(false);
  });

  it('gets nothing without the key, and gives nothing to a door that does not know it', async () => {
    const { origin } = address();
    expect(await comeBack(origin, keyPlace(), askAt(origin))).toBeNull();
    await learnHandoverKey('not the token', keyPlace(), askAt(origin));

    const place = keyPlace();
    await learnHandoverKey(token(), place, askAt(origin));
    const stranger = await start(randomBytes(32));
    const asked: string[] = [];
    const watched = (path: string, init: RequestInit) => {
      asked.push(path);
      return fetch(`${new URL(stranger.launchUrl).origin}${path}`, init);
    };
    expect(await comeBack(new URL(stranger.launchUrl).origin, place, watched)).toBeNull();
    expect(asked).toEqual(['/handover/begin']);
    await stranger.close();
  });

  it('is not taken in by somebody who took its port and passes its words on to the true door', async () => {
    const place = keyPlace();
    const { origin } = address();
    await learnHandoverKey(token(), place, askAt(origin));
    const passesOn = askAt(origin);
    expect(await comeBack('http://127.0.0.1:1', place, passesOn)).toBeNull();
  });

  it('is let in once for each proof', async () => {
    const place = keyPlace();
    const { origin } = address();
    await learnHandoverKey(token(), place, askAt(origin));
    const ends: RequestInit[] = [];
    const recorded = (path: string, init: RequestInit) => {
      if (path === '/handover/end') ends.push(init);
      return fetch(`${origin}${path}`, init);
    };
    expect(await comeBack(origin, place, recorded)).toBe(token());
    for (const init of ends) expect((await fetch(`${origin}/handover/end`, init)).status).toBe(401);
    expect(ends).toHaveLength(1);
  });

  it('learns the key only with the token', async () => {
    expect((await send('POST', '/handover/key', { 'content-type': 'application/json' }, '{}')).status).toBe(401);
  });
});
