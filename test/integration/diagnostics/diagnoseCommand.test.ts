import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  failing,
  makeDiagnostics,
  OTHER_TENANT,
  TENANT,
  type Invented,
} from '../../fixtures/diagnostics/makeDiagnostics.ts';
import { runInProcess } from '../support/runInProcess.ts';

const folder = mkdtempSync(join(tmpdir(), 'reseal-diagnose-command-'));
const data = mkdtempSync(join(tmpdir(), 'reseal-diagnose-data-'));
afterAll(() => {
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true });
});
const run = (...words: string[]) => runInProcess(['diagnose', '--data-dir', data, ...words]);

const fact = z.object({ value: z.unknown(), file: z.string(), place: z.string().nullable() });
const answer = z.object({
  devices: z.array(
    z.object({
      path: z.string(),
      stop: z.object({ code: z.literal('second-tenant'), tenants: z.array(fact), words: z.string() }).nullable(),
      device: z.record(z.string(), fact.nullable()),
      failure: z.object({ screen: z.string(), step: z.string(), code: z.string().nullable() }).nullable(),
      causes: z.array(
        z.object({
          id: z.string(),
          asked: z.array(z.string()),
          causes: z.array(z.object({ tell: z.string(), remedy: z.array(z.string()).min(1) })).min(1),
          sources: z.array(z.object({ title: z.string(), address: z.string() })).min(1),
        }),
      ),
      notCollected: z.array(z.object({ what: z.string(), tells: z.string(), code: z.string().nullable() })),
      files: z.array(z.object({ path: z.string(), kind: z.string(), state: z.string() })),
      problems: z.array(z.string()),
    }),
  ),
});
const asked = async (...words: string[]) => {
  const { stdout, status } = await run('--json', ...words);
  return { status, devices: answer.parse(JSON.parse(stdout)).devices };
};

let written = 0;
function archive(device: Invented): string {
  const path = join(folder, `${++written}.zip`);
  writeFileSync(path, zipSync(makeDiagnostics(device)));
  return path;
}
const good: Invented = {
  profile: { CloudAssignedTenantId: TENANT, DeploymentProfileName: 'Bench' },
  serialNumber: 'BENCH0001',
  status: { DeviceSetup: { categoryState: 'succeeded' } },
};

test('what failed is told with its code, its cause and what to do', async () => {
  const path = archive({ ...good, status: {}, autopilot: [failing('09:01:00', 171, 0x81039024)] });
  const { stdout, status } = await run(path);
  expect(status).toBe(1);
  expect(stdout).toContain('Device preparation › Securing your hardware: 0x81039024');
  expect(stdout).toContain('The TPM is vulnerable (0x81039024)');
  expect(stdout).toMatch(/Serial number +BENCH0001 +\[DeviceHash_BENCH-1\.csv\]/);
  expect(stdout).toContain('Not collected, so nothing is known of it');
  const { devices } = await asked(path);
  expect(devices[0]?.failure).toEqual(expect.objectContaining({ code: '0x81039024' }));
  expect(devices[0]?.causes[0]?.id).toBe('tpm.vulnerable');
});

test('where nothing failed the exit status is 0', async () => {
  const { status, devices } = await asked(archive(good));
  expect(devices[0]).toMatchObject({ failure: null, stop: null, problems: [] });
  expect(status).toBe(0);
});

test('an archive of a second tenant is a hard stop, and gets no remedy', async () => {
  const other = archive({
    profile: { CloudAssignedTenantId: OTHER_TENANT },
    autopilot: [failing('09:01:00', 171, 0x81039024)],
  });
  const { status, devices } = await asked(archive(good), other);
  expect(status).toBe(1);
  expect(devices.map(({ stop }) => stop?.code ?? null)).toEqual([null, 'second-tenant']);
  expect(devices[1]?.causes).toEqual([]);
  expect((await run(archive(good), other)).stdout).toContain('STOP: more than one tenant');
});

test('a file that is nothing of diagnostics is said to be none', async () => {
  const path = join(folder, 'holiday.jpg');
  writeFileSync(path, Buffer.from([0xff, 0xd8, 0xff, 0]));
  const { status, devices } = await asked(path);
  expect(status).toBe(1);
  expect(devices[0]?.problems).toEqual(['There is nothing in it that Reseal reads of diagnostics.']);
});

test('a path that leads nowhere is named', async () => {
  const { status, stderr } = await run(archive(good), join(folder, 'gone.zip'));
  expect(status).toBe(3);
  expect(stderr).toMatch(/gone\.zip cannot be read: there is no such file/);
});

test('it opens no queue and makes none', async () => {
  await run(archive(good));
  expect(readdirSync(data)).toEqual([]);
});

test('without a path the command line is wrong', async () => {
  expect((await run()).status).toBe(2);
});
