import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startPracticeTenant, type PracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { pemFileIn } from '../../rigs/pemFile.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: ReturnType<typeof temporaryFolder>;
let practice: PracticeTenant;

beforeEach(async () => {
  folder = temporaryFolder();
  practice = await startPracticeTenant({ stateFile: ':memory:' });
});
afterEach(async () => {
  await practice.close();
  folder.remove();
});

/** Runs a command; a code that it shows is entered as a person would. */
async function reseal(...words: readonly string[]) {
  const { status, stdout, stderr } = await runInProcess([...words, '--data-dir', folder.path], {
    hear(text) {
      const [, address, code] = /Open (\S+) .* code (\d+)/.exec(text) ?? [];
      if (address !== undefined)
        void fetch(address, { method: 'POST', body: new URLSearchParams({ user_code: code ?? '' }) });
    },
  });
  return { status, out: stdout, err: stderr };
}

const add = (name: string, ...more: readonly string[]) =>
  reseal(
    ...['tenant', 'add', name, '--directory', practice.tenantId, '--application', randomUUID()],
    ...['--graph', practice.url, '--authority', practice.url, ...more],
  );

it('calls nothing online that was not tried: no tenant, nobody signed in', async () => {
  const without = await reseal('status');
  expect(without.out).toContain('There is no customer yet, so nothing is sent to Microsoft.');
  await add('Corp');
  expect((await reseal('status')).out).toContain('Nobody is signed in, so nothing is sent to Microsoft.');
  expect(JSON.parse((await reseal('status', '--json')).out)).toMatchObject({ reach: 'signedOut' });
});

it('says of a cloud without Windows Autopilot what works there instead, when a tenant of it is added', async () => {
  const added = await add('Gov', '--cloud', 'usGovernmentHigh', '--json');
  expect(added.err).toContain('Windows Autopilot does not exist in this cloud');
  expect(JSON.parse(added.out)).toMatchObject({
    cloud: 'usGovernmentHigh',
    warning: expect.stringContaining('device preparation works there') as unknown,
  });
  const plain = await add('Corp');
  expect(plain.err).not.toContain('does not exist in this cloud');
});

it('an unattended lab adds a tenant with its certificate, and it works in every later command', async () => {
  expect(await add('Lab', '--certificate', pemFileIn(folder.path, '20260101', '20990101'))).toMatchObject({
    status: 0,
  });
  expect(await reseal('tenant', 'sign-in', 'lab')).toMatchObject({
    status: 0,
    out: expect.stringContaining('takes the certificate') as unknown,
  });
  const { status, out } = await reseal('tenant', 'check', 'Lab', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    tenant: 'Lab',
    checks: [{ state: 'works' }, {}, { state: 'unproven' }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
  });
  expect((await reseal('tenant', 'list')).out).toMatch(/Lab +yes +global +0 +signed in +Certificate …/);
  expect((await reseal('tenant', 'sign-out', 'Lab')).status).toBe(2);
  expect((await reseal('tenant', 'remove', 'Lab')).out).toContain('Nothing changed at Microsoft');
});

it.each([
  ['no file', () => join(folder.path, 'none.pem'), 'cannot be read'],
  ['an expired certificate', () => pemFileIn(folder.path, '20200101', '20210101'), 'expired on 2021-01-01'],
  ['a key without a thumbprint', () => pemFileIn(folder.path), 'enter its thumbprint'],
])('%s is refused in a sentence, and nothing is added', async (_, file, words) => {
  const { status, err } = await add('Lab', '--certificate', file());
  expect(status).toBe(2);
  expect(err).toContain(words);
  expect((await reseal('tenant', 'list', '--json')).out.trim()).toBe('[]');
});

it('a person signs in with a code to check the permissions, and what is missing is named', async () => {
  await add('Contoso');
  practice.setFaults({ refusedScopes: ['Device.Read.All'] });
  const { status, out, err } = await reseal('tenant', 'check', 'Contoso');
  expect(err).toContain('enter the code');
  expect(out).toMatch(/Show the Entra device.*: NOT GRANTED/);
  expect(status).toBe(1);
  expect((await reseal('tenant', 'sign-in', 'Contoso')).out).toContain('keeps no sign-in');
});

it('an app without the application permission is told which one it needs', async () => {
  await add('Lab', '--certificate', pemFileIn(folder.path, '20260101', '20990101'));
  practice.setFaults({ faults: [{ effect: { kind: 'forbidden' }, path: '/deviceManagement/*' }] });
  const { status, out } = await reseal('tenant', 'check', 'Lab');
  expect(status).toBe(1);
  expect(out).toContain('application permission DeviceManagementServiceConfig.Read.All');
});

it('a word that stands for many tenants is refused', async () => {
  const { status, err } = await reseal('tenant', 'add', 'Any', '--directory', 'common', '--application', randomUUID());
  expect(status).toBe(2);
  expect(err).toContain('many tenants');
});
