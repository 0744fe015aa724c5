import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { runInProcess } from '../support/runInProcess.ts';

let folder: string;
const device = inventedDevice(0);
const serialNumber = device.serialNumber ?? '';
const reseal = (...words: string[]) =>
  runInProcess([...words, '--data-dir', join(folder, 'queue'), '--tenant', 'practice', '--speed', '600']);
const parsed = (text: string): unknown => JSON.parse(text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reseal-esp-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what was never read is said to be so', async () => {
  expect((await reseal('esp', '--kept')).stdout).toContain('never read');
  expect(parsed((await reseal('esp', '--kept', '--json')).stdout)).toEqual({
    readAt: null,
    isWhole: false,
    flowMinutes: null,
    pages: [],
  });
});

test('pages stand in the order in which they win, with what is to be looked at', async () => {
  const { status, stdout } = await reseal('esp');
  expect(stdout).toMatch(/ESP kiosk[\s\S]+ESP hybrid[\s\S]+ESP workshop[\s\S]+All users and all devices/);
  expect(stdout).toContain('Intune proposes 60');
  expect(status).toBe(1);
});

test('one page is shown with every setting, also without asking Microsoft again', async () => {
  const { status, stdout } = await reseal('esp', 'ESP workshop', '--kept');
  expect(stdout).toMatch(/Time-out +90 minutes/);
  expect(stdout).toMatch(/Blocking apps +Company Portal, Depot agent/);
  expect(status).toBe(0);
  const wrong = await reseal('esp', 'Workshop');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('“ESP workshop”');
});

test('the time for flows is set, told and taken back', async () => {
  expect((await reseal('esp', 'time', '120')).stdout).toContain('120 minutes');
  expect(parsed((await reseal('esp', 'time', '--json')).stdout)).toEqual({ flowMinutes: 120 });
  expect((await reseal('esp', 'time', '0')).status).toBe(2);
  expect(parsed((await reseal('esp', 'time', 'none', '--json')).stdout)).toEqual({ flowMinutes: null });
});

test('the groups of a device are read, its page is known by them, and the phase of a failure is kept', async () => {
  const file = join(folder, 'device.csv');
  const row = `${serialNumber},,${inventedHash(device)},Hybrid`;
  writeFileSync(file, ['Device Serial Number,Windows Product ID,Hardware Hash,Group Tag', row].join('\r\n'));
  await reseal('import', file);
  const early = await reseal('groups', 'of', serialNumber);
  expect(early.status).toBe(1);
  expect(early.stdout).toContain('register it');
  await reseal('register', '--all', '--wait');
  expect((await reseal('groups', 'of', serialNumber)).stdout).toBe(
    `${serialNumber}: Autopilot Hybrid, Autopilot devices.\n`,
  );
  expect((await reseal('show', serialNumber)).stdout).toMatch(/ESP +“ESP hybrid without progress”, off\./);

  const misplaced = await reseal('bench', serialNumber, 'start', '--phase', 'device-setup');
  expect(misplaced.stderr).toContain('--phase');
  const failure = ['failure', '--start-unknown', '--phase', 'device-setup', '--error-code', '0x800705b4'];
  await reseal('bench', serialNumber, ...failure);
  const { stdout } = await reseal('show', serialNumber);
  expect(stdout).toMatch(/failed in +Device setup/);
  expect(stdout).toContain('The technician flow failed in device setup with 0x800705b4');
  expect(parsed((await reseal('show', serialNumber, '--json')).stdout)).toMatchObject({
    benchRuns: [{ phase: 'deviceSetup' }],
    flowLimit: { minutes: 60, source: 'usual' },
  });

  await reseal('bench', serialNumber, 'success', '--start-unknown');
  const unasked = await reseal('bench', serialNumber, 'reseal');
  expect(unasked.status).toBe(2);
  expect(unasked.stderr).toContain('--apps-seen');
  await reseal('bench', serialNumber, 'reseal', '--apps-seen', 'yes');
  expect((await reseal('show', serialNumber)).stdout).toContain('its apps were seen before');
});
