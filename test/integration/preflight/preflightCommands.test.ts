import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: string;
const device = inventedDevice(1);
const reseal = (...words: string[]) =>
  runInProcess([...words, '--data-dir', join(folder, 'queue'), '--tenant', 'practice', '--speed', '600']);

const found = z.object({ code: z.string(), level: z.string(), sentence: z.string(), without: z.string() });
const devices = z.object({ devices: z.array(z.object({ asked: z.string(), findings: z.array(found) })) });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-preflight-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a device is judged by a file, and by its serial number once it is in the queue', async () => {
  const file = join(folder, 'devices.csv');
  const serialNumber = device.serialNumber ?? '';
  writeFileSync(
    file,
    `Device Serial Number,Windows Product ID,Hardware Hash\r\n${serialNumber},,${inventedHash(device)}\r\n`,
  );
  const ofFile = devices.parse(JSON.parse((await reseal('preflight', 'device', file, '--json')).stdout));
  const codes = ofFile.devices[0]?.findings.map(({ code }) => code);
  expect(codes).toContain('device.editionNotKnown');
  expect((await reseal('import', file)).status).toBe(0);
  const ofQueue = devices.parse(JSON.parse((await reseal('preflight', 'device', serialNumber, '--json')).stdout));
  expect(ofQueue.devices[0]?.findings.map(({ code }) => code)).toEqual(codes);
  const { stdout } = await reseal('preflight', 'device', serialNumber);
  expect(stdout).toMatch(/Not known: Which edition of Windows/);
  expect(stdout).not.toContain(inventedHash(device).slice(0, 60));
});

test('a device that nobody knows is a mistake of the command line', async () => {
  expect((await reseal('preflight', 'device', 'NOSUCH1')).status).toBe(2);
});

test('the hosts are listed without contacting any, and written for the owner', async () => {
  const pdf = join(folder, 'network.pdf');
  const { status, stdout } = await reseal('preflight', 'network', '--dry-run', '--tpm', 'AMD', '--pdf', pdf);
  expect(status).toBe(0);
  expect(stdout).toContain('ftpm.amd.com');
  expect(stdout).not.toContain('ekop.intel.com');
  expect(stdout).toMatch(/\*\.manage\.microsoft\.com +cannot be checked/);
  expect(stdout).toContain(pdf);
});

test('a tenant is read, and the rest is answered or not known', async () => {
  const kept = await reseal('preflight', 'tenant', '--kept');
  expect(kept.stdout).toContain('The deployment profiles have not been read in whole.');
  const { status, stdout } = await reseal('preflight', 'tenant', '--answer', 'enrollment.one=no');
  expect(status).toBe(1);
  expect(stdout).toContain('Will fail: Is Intune the only MDM that is set up in Microsoft Entra ID? No.');
  expect(stdout).toContain('For “Pre-provisioned” there is');
  expect(stdout).toContain('Answer: --answer licence.users=yes');
  const wrong = await reseal('preflight', 'tenant', '--kept', '--answer', 'no.such=yes');
  expect(wrong.status).toBe(2);
  expect((await reseal('preflight', 'tenant', '--kept', '--answer', 'enrollment.one=maybe')).status).toBe(2);
});
