import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readdirSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createBackend } from '../../../src/main/backend.ts';
import { startPracticeTenant, type PracticeTenant } from '../../../src/main/practice-tenant/startPracticeTenant.ts';
import { ask } from '../../rigs/askBackend.ts';
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
  expect(followed.out).toContain('LANE0002');
  expect((await reseal('lane', 'send', 'Lager West')).out).toContain('It is kept until Lager West is connected');
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

test('the bench of a customer that is not connected is a full bench: landing code, start, result, and what waits', async () => {
  await reseal('lane', 'add', 'Lager West');
  await reseal('import', hashList());
  await reseal('register', '--all');
  const code = (more: object = {}) =>
    JSON.stringify({
      Version: '1.0.0',
      Id: '11111111-2222-4333-8444-555555555555',
      ZtdId: '6d8d8a5e-2f2c-4d44-9d0e-0a4c9d1c2b3a',
      SerialNumber: 'LANE0001',
      SequenceBlockNumber: 1,
      TotalBlocks: 1,
      ...more,
    });
  const backend = createBackend(testPorts(folder.path, { runsOutbox: true }));
  try {
    const { device } = await ask(backend, 'scans.read', { text: code(), apply: true });
    expect(device).toMatchObject({ serialNumber: 'LANE0001' });
    const deviceId = device?.id ?? '';
    await ask(backend, 'bench.record', { deviceId, step: 'start', overrideReason: 'No network here.' });
    const result = code({ Result: 'Success', ElapsedTimeMilliseconds: 1_800_000 });
    expect(await ask(backend, 'scans.read', { text: result, apply: true })).toMatchObject({ verdict: 'recorded' });
    expect(await ask(backend, 'registration.progress', { deviceIds: [deviceId] })).toMatchObject({
      devices: [{ serialNumber: 'LANE0001' }],
    });
  } finally {
    await backend.close();
  }
});

test('a list is applied to a customer that is not connected, and what it did is told', async () => {
  await reseal('lane', 'add', 'Lager West');
  await reseal('import', hashList());
  const list = join(folder.path, 'tags.csv');
  writeFileSync(list, 'Device Serial Number,Group Tag\r\nLANE0001,Kiosk\r\n');
  const applied = await reseal('apply', list);
  expect(applied).toMatchObject({ status: 0, err: '' });
  expect(applied.out).toContain('1 device changed');
  expect(await document('show', 'LANE0001')).toMatchObject({ groupTag: 'Kiosk' });
});

test('a customer is connected once: another directory is another customer', async () => {
  await reseal('lane', 'add', 'Lager West');
  await connect();
  const again = await connect();
  expect(again.status).not.toBe(0);
  expect(again.err).toContain('Lager West is connected already. Add a customer of its own');
});
