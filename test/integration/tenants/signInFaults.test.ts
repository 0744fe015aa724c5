import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDelegatedSession, type DelegatedSession } from '../../../src/main/graph/signIn/delegatedSession.ts';
import { signInProblem } from '../../../src/main/graph/signIn/signInProblem.ts';
import { startPracticeTenant, type PracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { leapingClock, type LeapingClock } from '../../fakes/graphFetch.ts';
import { startSignInProxy, type SignInProxy } from '../../rigs/faults/signInProxy.ts';
import { createMemorySecretBox } from '../../../src/main/services/tenants/memorySecretBox.ts';

let practice: PracticeTenant;
let proxy: SignInProxy;
let clock: LeapingClock;
let session: DelegatedSession;
const never = new AbortController().signal;
const wish = { scopes: ['User.Read'], keepsAccount: false } as const;

beforeEach(async () => {
  practice = await startPracticeTenant({ stateFile: ':memory:' });
  proxy = await startSignInProxy(practice.url);
  clock = leapingClock(new Date().toISOString());
  session = createDelegatedSession({
    target: {
      authority: `https://${proxy.host}/${practice.tenantId}`,
      clientId: randomUUID(),
      scopeRoot: 'https://graph.microsoft.com',
      loopbackHost: proxy.host,
      cacheName: 'test',
    },
    fetch,
    clock,
    secretBox: createMemorySecretBox(),
  });
});
afterEach(async () => {
  await proxy.close();
  await practice.close();
});

/** As somebody does who types the code on the page at once. */
function signIn(): Promise<string> {
  return session.signInWithDeviceCode(
    wish,
    ({ userCode, verificationUri }) =>
      void fetch(verificationUri, { method: 'POST', body: new URLSearchParams({ user_code: userCode }) }),
    never,
  );
}

const freshToken = () => session.accessToken({ scope: 'User.Read', fresh: true, claims: null, signal: never });

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'it worked',
    (error: unknown) => error,
  );
}

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  body: JSON.stringify(body),
  headers,
});
const busyWords = expect.stringContaining('who is signed in stays so') as unknown;
const busy = { kind: 'unavailable', code: 'signInBusy', message: busyWords };
const unreadable = { kind: 'unavailable', code: 'signInUnreadable' };

test.each([
  ['503', json(503, { error: 'temporarily_unavailable' })],
  ['429 without a body', { status: 429, body: '' }],
  ['500 with a page', { status: 500, body: '<html>' }],
])('a sign-in service that answers %s to a refresh is busy, and nobody is signed out by it', async (_, answer) => {
  await signIn();
  proxy.tokenAnswers.push(answer);

  expect(await failureOf(freshToken())).toMatchObject(busy);
  expect(await session.account()).toBe('tess.technician@contoso-practice.example');
  expect(await freshToken()).toMatch(/\S/);
});

test('a service that asks for time is not asked again before it is over, for whatever permission', async () => {
  await signIn();
  proxy.tokenAnswers.push(json(429, { error: 'slow' }, { 'Retry-After': '30' }));
  expect(await failureOf(freshToken())).toMatchObject({ ...busy, retryAfterMs: 30_000 });
  const asked = proxy.tokenRequests();
  await clock.wait(10_000, never);
  const other = session.accessToken({ scope: 'Device.Read.All', fresh: false, claims: null, signal: never });
  expect(await failureOf(other)).toMatchObject({ ...busy, retryAfterMs: 20_000 });
  expect(proxy.tokenRequests()).toBe(asked);

  await clock.wait(20_000, never);
  expect(await freshToken()).toMatch(/\S/);
});

test.each([
  ['no JSON', { status: 200, body: '<html>Sign in to this network</html>' }],
  ['JSON that is no answer of OAuth', json(200, { hello: 'world' })],
  ['a refusal without a reason', json(400, { message: 'no' })],
  ['an empty access token', json(200, { access_token: '', token_type: 'Bearer', expires_in: 3600 })],
  ['a blank access token', json(200, { access_token: ' ', token_type: 'Bearer', expires_in: 3600 })],
  [
    'an identity that cannot be read',
    json(200, { access_token: 'a', id_token: 'x.y.z', client_info: '!', expires_in: 1 }),
  ],
])('%s in place of a token is a failure of the service, and nobody is signed out by it', async (_, answer) => {
  await signIn();
  proxy.tokenAnswers.push(answer);

  expect(await failureOf(freshToken())).toMatchObject(unreadable);
  expect(await session.account()).not.toBeNull();
  expect(await freshToken()).toMatch(/\S/);
});

test('a sign-in that really has expired still says so', async () => {
  await signIn();
  proxy.tokenAnswers.push(
    json(400, { error: 'invalid_grant', error_description: 'AADSTS700082: expired', error_codes: [700082] }),
  );
  expect(await failureOf(freshToken())).toMatchObject({ kind: 'unauthorized', code: 'signInExpired' });
});

test('a service that wants to be asked less often is asked later and later, and the sign-in goes on', async () => {
  proxy.tokenAnswers.push(
    json(400, { error: 'authorization_pending' }),
    json(400, { error: 'slow_down' }),
    json(400, { error: 'slow_down' }),
    json(400, { error: 'authorization_pending' }),
  );
  expect(await signIn()).toBe('tess.technician@contoso-practice.example');
  expect(clock.waits).toEqual([5_000, 10_000, 10_000]);
}, 20_000);

test.each([
  ['expired_token', 'The code has run out'],
  ['authorization_declined', 'The sign-in was declined'],
])('a code that ends with %s says what to do', async (error, words) => {
  proxy.tokenAnswers.push(json(400, { error }));
  expect(signInProblem(await failureOf(signIn()))).toContain(words);
});

test('a service that cannot say where it is because it is busy is busy, and not a wrong directory', async () => {
  proxy.discoveryAnswers.push({ status: 503, body: '' }, { status: 503, body: '' });
  const problem = signInProblem(await failureOf(signIn()));
  expect(problem).toContain('is not available at the moment');
});

test('a service that redirects elsewhere gets nothing there', async () => {
  await signIn();
  const elsewhere = await startSignInProxy(practice.url);
  proxy.tokenAnswers.push({
    status: 307,
    body: '',
    headers: { Location: `${elsewhere.url}/${practice.tenantId}/oauth2/v2.0/token` },
  });
  expect(await failureOf(freshToken())).toMatchObject({ kind: 'unavailable', code: 'redirected' });
  expect(elsewhere.tokenRequests()).toBe(0);
  await elsewhere.close();
});
