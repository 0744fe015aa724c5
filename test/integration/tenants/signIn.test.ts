import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '../../../src/main/backend.ts';
import { startPracticeTenant, type PracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import type { InputOf, OutputOf } from '../../../src/shared/api/contract.ts';
import { ask } from '../../rigs/askBackend.ts';
import { importBody, LONG_ENOUGH } from '../../rigs/practiceGraph.ts';
import { keptLog, temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { testVault } from '../../rigs/testVault.ts';

let folder: ReturnType<typeof temporaryFolder>;
let practice: PracticeTenant;
let backend: Backend;
const kept = keptLog();
let openExternal: (url: string) => Promise<void>;

beforeEach(async () => {
  folder = temporaryFolder();
  practice = await startPracticeTenant({ stateFile: ':memory:' });
  openExternal = signInAsBrowser;
  backend = open();
});
afterEach(async () => {
  await backend.close();
  await practice.close();
  folder.remove();
});

function open(): Backend {
  return createBackend(testPorts(folder.path, { log: kept.log, openExternal: (url) => openExternal(url) }));
}

/** What a browser does with a sign-in page that posts itself. */
async function signInAsBrowser(url: string): Promise<void> {
  const page = await (await fetch(url)).text();
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const fields = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  await fetch(action.replace('localhost', '127.0.0.1'), { method: 'POST', body: new URLSearchParams(fields) });
}

const clientId = randomUUID();

function addTenant(change: Partial<InputOf<'tenants.add'>> = {}) {
  return ask(backend, 'tenants.add', {
    name: 'Contoso',
    directoryId: practice.tenantId,
    clientId,
    addresses: { graphRoot: practice.url, authority: practice.url },
    ...change,
  });
}

/** Waits, by the events, until the sign-in has come to an end. */
function endOfSignIn(id: string): Promise<OutputOf<'tenants.signInProgress'>> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      ask(backend, 'tenants.signInProgress', { id }).then((progress) => {
        if (progress.state === 'done' || progress.state === 'failed' || progress.state === 'idle') resolve(progress);
      }, reject);
    };
    backend.subscribe(({ topic }) => {
      if (topic === 'signIn.changed') look();
    });
  });
}

test('a technician signs in with the browser, is named, stays signed in after a restart, and signs out', async () => {
  const tenant = await addTenant();
  expect(tenant.signIn).toMatchObject({ state: 'signedOut', account: null });
  const end = endOfSignIn(tenant.id);
  expect(await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' })).toMatchObject({
    state: 'browser',
  });
  expect(await end).toMatchObject({ state: 'done', problem: null });

  const account = 'tess.technician@contoso-practice.example';
  const signedIn = { signIn: { state: 'signedIn', account, tokens: 'queue' } };
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([signedIn]);
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).users).toHaveLength(1);

  await backend.close();
  backend = open();
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([signedIn]);
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).users).toHaveLength(1);

  expect(await ask(backend, 'tenants.signOut', { id: tenant.id })).toMatchObject({
    signIn: { state: 'signedOut', account: null },
  });
  expect(await backend.dispatch('directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).toMatchObject({
    ok: false,
    error: { code: 'signed-out' },
  });
});

test('a sign-in counts in every door of a queue, and whoever signs out in one is signed out in all', async () => {
  const tenant = await addTenant();
  const other = open();
  const search = (door: Backend) => door.dispatch('directory.searchUsers', { tenantId: tenant.id, search: 'grace' });
  const end = endOfSignIn(tenant.id);
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  await end;
  expect((await ask(other, 'tenants.list', {})).tenants).toMatchObject([{ signIn: { state: 'signedIn' } }]);
  expect(await search(backend)).toMatchObject({ ok: true });
  expect(await search(other)).toMatchObject({ ok: true });

  await ask(other, 'tenants.signOut', { id: tenant.id });
  expect(await search(backend)).toMatchObject({ ok: false, error: { code: 'signed-out' } });
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([
    { signIn: { state: 'signedOut', account: null } },
  ]);
  await other.close();
});

test('a queue whose key lies beside it keeps no sign-in', async () => {
  await backend.close();
  const openWith = () =>
    createBackend(testPorts(folder.path, { vault: testVault(folder.path, 'file'), openExternal: signInAsBrowser }));
  backend = openWith();
  const tenant = await addTenant();
  const end = endOfSignIn(tenant.id);
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  await end;
  await backend.close();
  backend = openWith();
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([
    { signIn: { state: 'signedOut', tokens: 'memory' } },
  ]);
});

test('a technician signs in with a code that is entered elsewhere', async () => {
  const tenant = await addTenant();
  const end = endOfSignIn(tenant.id);
  const shown = new Promise<void>((resolve) => {
    backend.subscribe(({ topic }) => {
      if (topic !== 'signIn.changed') return;
      void ask(backend, 'tenants.signInProgress', { id: tenant.id }).then(async ({ deviceCode }) => {
        if (deviceCode === null) return;
        await fetch(deviceCode.verificationUri, {
          method: 'POST',
          body: new URLSearchParams({ user_code: deviceCode.userCode }),
        });
        resolve();
      });
    });
  });
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'deviceCode' });
  await shown;
  expect(await end).toMatchObject({ state: 'done' });
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).users).toHaveLength(1);
});

test('a cancelled sign-in leaves nothing behind, and the next one works', async () => {
  const tenant = await addTenant();
  const opened = new Promise<void>((resolve) => {
    openExternal = () => {
      resolve();
      return Promise.resolve();
    };
  });
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  await opened;
  expect(await ask(backend, 'tenants.signInProgress', { id: tenant.id })).toMatchObject({ state: 'browser' });
  await ask(backend, 'tenants.cancelSignIn', { id: tenant.id });
  expect(await ask(backend, 'tenants.signInProgress', { id: tenant.id })).toMatchObject({
    state: 'idle',
    problem: null,
  });

  openExternal = signInAsBrowser;
  const end = endOfSignIn(tenant.id);
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  expect(await end).toMatchObject({ state: 'done' });
});

test('a code that is given up is idle at once, and signs nobody in', async () => {
  const tenant = await addTenant();
  const shown = new Promise<void>((resolve) => {
    backend.subscribe(() => {
      void ask(backend, 'tenants.signInProgress', { id: tenant.id }).then(({ deviceCode }) => {
        if (deviceCode !== null) resolve();
      });
    });
  });
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'deviceCode' });
  await shown;
  const cancelled = ask(backend, 'tenants.cancelSignIn', { id: tenant.id });
  expect(await ask(backend, 'tenants.signInProgress', { id: tenant.id })).toMatchObject({ state: 'idle' });
  await cancelled;
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([{ signIn: { state: 'signedOut' } }]);
});

test('where no browser can be opened, the address is shown for a person to open', async () => {
  const tenant = await addTenant();
  openExternal = () => Promise.reject(new Error('no browser here'));
  const end = endOfSignIn(tenant.id);
  const opened = new Promise<void>((resolve) => {
    backend.subscribe(() => {
      void ask(backend, 'tenants.signInProgress', { id: tenant.id }).then(async ({ url }) => {
        if (url === null) return;
        await signInAsBrowser(url).catch(() => undefined);
        resolve();
      });
    });
  });
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  await opened;
  expect(await end).toMatchObject({ state: 'done' });
});

test('a directory that does not exist is named as what is wrong', async () => {
  const tenant = await addTenant({ directoryId: randomUUID() });
  const end = endOfSignIn(tenant.id);
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  expect(await end).toMatchObject({ state: 'failed', problem: expect.stringContaining('directory ID') as unknown });
});

test('a sign-in that Microsoft no longer accepts shows as expired, until somebody signs in again', async () => {
  const tenant = await addTenant();
  const signIn = async (): Promise<void> => {
    const end = endOfSignIn(tenant.id);
    await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
    expect(await end).toMatchObject({ state: 'done' });
  };
  await signIn();
  practice.setFaults({ faults: [{ effect: { kind: 'expireToken' }, path: '/users*' }] });
  expect(await backend.dispatch('directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).toMatchObject({
    ok: false,
    error: { code: 'signed-out', message: expect.stringContaining('sign in again') as unknown },
  });
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([{ signIn: { state: 'expired' } }]);

  practice.setFaults({});
  await signIn();
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([{ signIn: { state: 'signedIn' } }]);
});

test('two tenants are signed in side by side, each with its own tokens', async () => {
  const first = await addTenant({ name: 'Contoso' });
  const second = await addTenant({ name: 'Fabrikam', clientId: randomUUID() });
  expect([first.active, second.active]).toEqual([true, false]);
  for (const { id } of [first, second]) {
    const end = endOfSignIn(id);
    await ask(backend, 'tenants.signIn', { id, method: 'browser' });
    expect(await end).toMatchObject({ state: 'done' });
  }
  await ask(backend, 'tenants.signOut', { id: first.id });
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([
    { name: 'Contoso', signIn: { state: 'signedOut' } },
    { name: 'Fabrikam', signIn: { state: 'signedIn' } },
  ]);
});

test('a permission that nobody may grant keeps nobody from signing in, and is had once it is granted', async () => {
  const refusedScopes = ['Device.Read.All', 'User.Read.All', 'User.ReadBasic.All'];
  practice.setFaults({ refusedScopes });
  const tenant = await addTenant();
  const signIn = async (permission?: string) => {
    const end = endOfSignIn(tenant.id);
    const asked = permission === undefined ? {} : { permission };
    await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser', ...asked });
    return end;
  };
  const notGranted = async () => {
    const { checks } = await ask(backend, 'directory.checkPermissions', { id: tenant.id });
    return checks.filter(({ state }) => state === 'notGranted').map(({ permission }) => permission);
  };
  expect(await signIn()).toMatchObject({ state: 'done', problem: null });
  expect(await notGranted()).toEqual(['User.ReadBasic.All', 'User.Read.All', 'Device.Read.All']);
  expect(await signIn()).toMatchObject({ state: 'done', problem: null });

  // Asking for it by name is refused, and leaves the sign-in as it was.
  expect(await signIn('Device.Read.All')).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('administrator') as unknown,
  });
  expect((await ask(backend, 'tenants.list', {})).tenants).toMatchObject([{ signIn: { state: 'signedIn' } }]);
  expect(await backend.dispatch('directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).toMatchObject({
    ok: false,
    error: { code: 'forbidden', message: expect.stringContaining('User.ReadBasic.All') as unknown },
  });

  practice.setFaults({});
  expect(await notGranted()).toEqual([]);
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).users).toHaveLength(1);
});

test('groups of a device come without their names where only these may not be read', async () => {
  practice.setFaults({ refusedScopes: ['GroupMember.Read.All'] });
  const imported = `${practice.url}/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import`;
  await fetch(imported, {
    method: 'POST',
    headers: { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(importBody([{ serialNumber: 'GROUPED', groupTag: 'Kiosk' }])),
  });
  practice.advance(LONG_ENOUGH);
  const { id: tenantId } = await addTenant();
  const end = endOfSignIn(tenantId);
  await ask(backend, 'tenants.signIn', { id: tenantId, method: 'browser' });
  await end;
  await ask(backend, 'tracking.refresh', { tenantId });
  const { rows } = await ask(backend, 'devices.inTenant', { tenantId });
  const { deviceIds } = await ask(backend, 'devices.adopt', { tenantId, ztdIds: rows.map(({ ztdId }) => ztdId) });

  const groups = async () => {
    const { devices } = await ask(backend, 'groups.readMembership', { deviceIds });
    return devices.flatMap((device) => device.groups.map(({ name }) => name)).sort();
  };
  expect(await groups()).toEqual([null, null]);
  practice.setFaults({});
  await ask(backend, 'directory.checkPermissions', { id: tenantId });
  expect(await groups()).toEqual(['Autopilot Kiosk', 'Autopilot devices']);
});

test('what Microsoft wants a new token to show is handed on to where it gives tokens', async () => {
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1765000000' } } });
  const tokenRequests: string[] = [];
  let isChallenged = false;
  await backend.close();
  backend = createBackend(
    testPorts(folder.path, {
      openExternal: signInAsBrowser,
      fetch: (input, init) => {
        const address = input instanceof Request ? input.url : String(input);
        const form = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
        if (address.includes('/token')) tokenRequests.push(form.get('claims') ?? '');
        if (!address.includes('/v1.0/users') || isChallenged) return fetch(input, init);
        isChallenged = true;
        const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
        return Promise.resolve(Response.json({}, { status: 401, headers: { 'WWW-Authenticate': challenge } }));
      },
    }),
  );
  const tenant = await addTenant();
  const end = endOfSignIn(tenant.id);
  await ask(backend, 'tenants.signIn', { id: tenant.id, method: 'browser' });
  expect(await end).toMatchObject({ state: 'done' });
  expect((await ask(backend, 'directory.searchUsers', { tenantId: tenant.id, search: 'grace' })).users).toHaveLength(1);
  expect(isChallenged).toBe(true);
  expect(tokenRequests.at(-1)).toContain('"nbf":{"essential":true,"value":"1765000000"}');
});

test.each(['common', 'organizations', 'Consumers'])('%s is no tenant', async (directoryId) => {
  expect(await backend.dispatch('tenants.add', { name: 'Anybody', directoryId, clientId: randomUUID() })).toMatchObject(
    { ok: false, error: { code: 'invalid-input' } },
  );
});

test('no token and no address reaches the log', () => {
  const said = JSON.stringify(kept.lines);
  expect(said).not.toMatch(/eyJ|@contoso/);
});
