import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createBackend } from '../../../src/main/backend.ts';
import { startPracticeTenant, type PracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { pemFileIn } from '../../rigs/pemFile.ts';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: ReturnType<typeof temporaryFolder>;
let practice: PracticeTenant;

beforeEach(async () => {
  folder = temporaryFolder();
  practice = await startPracticeTenant({ stateFile: ':memory:', speed: 10_000 });
});
afterEach(async () => {
  await practice.close();
  folder.remove();
});

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

async function document(...words: readonly string[]): Promise<unknown> {
  return JSON.parse((await reseal(...words, '--json')).out);
}

const serialNumbers = ['LANE0001', 'LANE0002', 'LANE0003'];

function hashList(): string {
  const file = join(folder.path, 'lane.csv');
  const rows = serialNumbers.map((serialNumber) => `${serialNumber},,${inventedHash(serialNumber)}`);
  writeFileSync(file, ['Device Serial Number,Windows Product ID,Hardware Hash', ...rows].join('\r\n'));
  return file;
}

/** How many devices the practice tenant has registered. */
async function registeredAtMicrosoft(): Promise<number> {
  const answer = await fetch(`${practice.url}/beta/deviceManagement/windowsAutopilotDeviceIdentities`, {
    headers: { authorization: `Bearer ${practice.token}` },
  });
  const { value } = z.object({ value: z.array(z.object({ serialNumber: z.string() })) }).parse(await answer.json());
  return value.filter(({ serialNumber }) => serialNumbers.includes(serialNumber)).length;
}

const connect = (...more: readonly string[]) =>
  reseal(
    ...['lane', 'connect', 'Lager West', '--directory', practice.tenantId, '--application', randomUUID()],
    ...['--graph', practice.url, '--authority', practice.url, ...more],
  );

test('a customer needs a name: devices come in and are exported, and what is for Microsoft waits', async () => {
  expect(await document('lane', 'add', 'Lager West')).toMatchObject({
    name: 'Lager West',
    colour: 'steel',
    directoryId: null,
    sendsSince: null,
    signIn: { state: 'notConnected' },
  });
  expect(await document('--lane', 'Lager West', 'import', hashList())).toMatchObject({ added: 3 });
  const followed = await reseal('register', '--all', '--wait');
  expect(followed.err).toContain('Lager West is not connected to Microsoft yet; what is for Microsoft waits.');
  expect(await document('status')).toMatchObject({ jobs: { waiting: 3, failed: 0 }, reach: 'notConnected' });
  expect((await reseal('status')).out).toContain('Not connected to Microsoft yet');
  const exported = join(folder.path, 'exported');
  expect((await reseal('export', '--target', 'intune', '--out', exported)).status).toBe(0);
  expect(readdirSync(exported)).toHaveLength(1);
});

test('what asks Microsoft of a customer that is not connected says so, and where it is connected', async () => {
  await reseal('lane', 'add', 'Lager West');
  const refused = await reseal('tenant', 'check', 'Lager West');
  expect(refused.status).not.toBe(0);
  expect(refused.err).toContain('Lager West is not connected to Microsoft yet. Connect it under Customers');
  const early = await reseal('lane', 'send', 'Lager West', '--yes');
  expect(early.err).toContain('Connect it under Customers, or with “reseal lane connect”; what waits is kept.');
});

test('connecting sends nothing; what waits is shown, and goes when a person says so', async () => {
  await reseal('lane', 'add', 'Lager West');
  await reseal('import', hashList());
  await reseal('register', '--all');
  const certificate = pemFileIn(folder.path, '20260101', '20990101');
  expect((await connect('--certificate', certificate)).out).toContain('Nothing is sent yet.');
  expect((await reseal('jobs', 'send')).err).toContain('Nothing of Lager West is sent yet.');
  expect(await registeredAtMicrosoft()).toBe(0);
  expect(await document('lane', 'send', 'Lager West')).toMatchObject({
    sendsSince: null,
    waiting: [{ sentence: 'Register 3 devices', changes: 3 }],
  });

  expect((await reseal('lane', 'send', 'Lager West', '--yes')).out).toContain('Register 3 devices');
  const backend = createBackend(testPorts(folder.path, { runsOutbox: true }));
  try {
    await vi.waitFor(async () => expect(await registeredAtMicrosoft()).toBe(3), { timeout: 120_000 });
  } finally {
    await backend.close();
  }
});

test('a customer is connected once: another directory is another customer', async () => {
  await reseal('lane', 'add', 'Lager West');
  await connect();
  const again = await connect();
  expect(again.status).not.toBe(0);
  expect(again.err).toContain('Lager West is connected already. Add a customer of its own');
});
