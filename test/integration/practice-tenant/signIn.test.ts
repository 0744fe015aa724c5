import { generateKeyPairSync } from 'node:crypto';
import { ConfidentialClientApplication, PublicClientApplication, type Configuration } from '@azure/msal-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SETTINGS, startPracticeGraph, type PracticeGraph } from '../../rigs/practiceGraph.ts';

const scopes = ['User.Read', 'DeviceManagementServiceConfig.Read.All'];

let graph: PracticeGraph;
let auth: Configuration['auth'];
let real: number;
beforeEach(async () => {
  real = Date.now();
  graph = await startPracticeGraph({ now: () => real });
  const { host } = new URL(graph.tenant.url);
  const discovery = await fetch(`${graph.tenant.url}/${graph.tenant.tenantId}/v2.0/.well-known/openid-configuration`);
  auth = {
    clientId: '6f2d1c2e-0000-4000-8000-000000000001',
    // MSAL wants https; the endpoints it then talks to come from the metadata, and are plain loopback.
    authority: `https://${host}/${graph.tenant.tenantId}`,
    knownAuthorities: [host],
    authorityMetadata: await discovery.text(),
  };
});
afterEach(() => graph.close());

/** What a browser does with the sign-in page: posts its form to the waiting program. */
async function openBrowser(url: string): Promise<void> {
  const page = await (await fetch(url)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const fields = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  await fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
}

const statusWith = async (token: string, method: string, path: string): Promise<number> =>
  (await graph.send(method, path, undefined, { Authorization: `Bearer ${token}` })).status;

describe('MSAL', () => {
  test('signs in through the browser, and again silently', async () => {
    const application = new PublicClientApplication({ auth });
    const first = await application.acquireTokenInteractive({ scopes, openBrowser });
    expect(first.account?.username).toBe('tess.technician@contoso-practice.example');
    expect(first.account?.tenantId).toBe(graph.tenant.tenantId);
    expect(first.scopes).toEqual(scopes);
    if (!first.account) return expect.unreachable();
    const cached = await application.acquireTokenSilent({ account: first.account, scopes });
    expect(cached.fromCache).toBe(true);
    const refreshed = await application.acquireTokenSilent({ account: first.account, scopes, forceRefresh: true });
    expect(refreshed.accessToken).not.toBe(first.accessToken);
    expect(await statusWith(refreshed.accessToken, 'GET', '/v1.0/me')).toBe(200);
  });

  test('gets no further than the scopes it asked for', async () => {
    const application = new PublicClientApplication({ auth });
    const { accessToken } = await application.acquireTokenInteractive({ scopes, openBrowser });
    expect(await statusWith(accessToken, 'GET', SETTINGS)).toBe(200);
    expect(await statusWith(accessToken, 'POST', `${SETTINGS}/sync`)).toBe(403);
    const more = await application.acquireTokenInteractive({
      scopes: [`${graph.tenant.url}/DeviceManagementServiceConfig.ReadWrite.All`],
      openBrowser,
    });
    expect(await statusWith(more.accessToken, 'POST', `${SETTINGS}/sync`)).toBe(204);
  });

  test('signs in with a device code that somebody types elsewhere', async () => {
    const application = new PublicClientApplication({ auth });
    const result = await application.acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ userCode, verificationUri }) => {
        void fetch(verificationUri, { method: 'POST', body: new URLSearchParams({ user_code: userCode }) });
      },
    });
    expect(await statusWith(result?.accessToken ?? '', 'GET', '/v1.0/me')).toBe(200);
  });

  test('signs in with a certificate, and is then nobody in particular', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const clientCertificate = { thumbprintSha256: 'ab'.repeat(32), privateKey };
    const application = new ConfidentialClientApplication({ auth: { ...auth, clientCertificate } });
    const result = await application.acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    });
    expect(await statusWith(result?.accessToken ?? '', 'GET', SETTINGS)).toBe(200);
    expect(await statusWith(result?.accessToken ?? '', 'GET', '/v1.0/me')).toBe(400);
  });

  test('as an app has every permission that nobody has refused it', async () => {
    const users = '/v1.0/users?$select=id,accountEnabled';
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'x', client_assertion: 'a.b.c' });
    const token = async (): Promise<string> => {
      const answer = await fetch(`${graph.tenant.url}/${graph.tenant.tenantId}/oauth2/v2.0/token`, {
        method: 'POST',
        body: form,
      });
      return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
    };
    const all = await token();
    graph.tenant.setFaults({
      refusedScopes: ['User.Read.All', 'Directory.Read.All', 'DeviceManagementServiceConfig.ReadWrite.All'],
    });
    const few = await token();
    // A token keeps what it was given.
    expect(await statusWith(all, 'GET', users)).toBe(200);
    expect(await statusWith(few, 'GET', users)).toBe(403);
    expect(await statusWith(few, 'GET', '/v1.0/users?$select=id')).toBe(200);
    expect(await statusWith(few, 'POST', `${SETTINGS}/sync`)).toBe(403);
    expect(await statusWith(few, 'GET', SETTINGS)).toBe(200);
  });

  test('is told when the account is disabled', async () => {
    const application = new PublicClientApplication({ auth });
    const loginHint = 'charles.babbage@contoso-practice.example';
    await expect(application.acquireTokenInteractive({ scopes, openBrowser, loginHint })).rejects.toThrow(
      /AADSTS50057/,
    );
  });

  test('refuses a plain http authority, which is why the metadata is given', async () => {
    const plain = { ...auth, authority: `${graph.tenant.url}/${graph.tenant.tenantId}` };
    await expect(
      new PublicClientApplication({ auth: plain }).acquireTokenInteractive({ scopes, openBrowser }),
    ).rejects.toThrow(/authority_uri_insecure/);
  });
});

describe('a token', () => {
  test('ends after an hour of real time, however fast the tenant runs', async () => {
    const { accessToken } = await new PublicClientApplication({ auth }).acquireTokenInteractive({
      scopes,
      openBrowser,
    });
    graph.tenant.advance(86_400);
    expect(await statusWith(accessToken, 'GET', '/v1.0/me')).toBe(200);
    real += 3_601_000;
    expect(await statusWith(accessToken, 'GET', '/v1.0/me')).toBe(401);
  });

  test('that somebody else signed is worth nothing', async () => {
    const { accessToken } = await new PublicClientApplication({ auth }).acquireTokenInteractive({
      scopes,
      openBrowser,
    });
    expect(await statusWith(`${accessToken}x`, 'GET', '/v1.0/me')).toBe(401);
  });
});

describe('an authorization code', () => {
  test('goes to programs on this machine only', async () => {
    const query = new URLSearchParams({
      client_id: 'x',
      redirect_uri: 'http://evil.example/',
      response_type: 'code',
      response_mode: 'form_post',
    });
    const reply = await graph.get(`/common/oauth2/v2.0/authorize?${query.toString()}`);
    expect([reply.status, reply.body['error_description']]).toEqual([400, expect.stringContaining('AADSTS50011')]);
  });
});
