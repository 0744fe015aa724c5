import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../../../scripts/support/projectRoot.mjs';
import { createFormatter } from '../../../../src/shared/format/formatter.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';
import { runReseal } from '../../support/runReseal.ts';

const sample = join(projectRoot, 'resources', 'samples', 'AutopilotHWID.csv');
const folder = temporaryFolder();
const common = ['--json', '--data-dir', folder.path, '--tenant', 'practice', '--speed', '5000'];

const USER = 'grace.hopper@contoso-practice.example';

const device = z.looseObject({ id: z.uuid(), serialNumber: z.string(), nextStep: z.object({ code: z.string() }) });
const list = z.object({ total: z.number(), devices: z.array(device) });
let serial = '';
let kioskSerial = '';

async function run(words: readonly string[]) {
  const { status, stdout, stderr } = await runReseal([...words, ...common]);
  if (stdout === '') throw new Error(stderr);
  return { status, value: z.looseObject({}).parse(JSON.parse(stdout)) };
}

beforeAll(async () => {
  const { value } = await run(['import', sample, '--batch', 'Spring', '--group-tag', 'Sales']);
  expect(value).toMatchObject({ batchName: 'Spring', updated: 0 });
  const { devices } = list.parse((await run(['list', '--limit', '2'])).value);
  [serial = '', kioskSerial = ''] = devices.map(({ serialNumber }) => serialNumber);
});

afterAll(folder.remove);

it('imports the good rows, names the others, and ends with 1 because of them', async () => {
  const { status, value } = await run(['import', sample]);
  expect(status).toBe(1);
  const refused = z.object({
    file: z.string(),
    line: z.number(),
    serialNumber: z.string(),
    reasons: z.array(z.string()).min(1),
  });
  expect(
    z
      .array(refused)
      .parse(value['refused'])
      .map(({ line }) => line),
  ).toEqual([7, 13]);
});

it('writes times for people as in their locale, and for programs as they are kept', async () => {
  const environment = { LC_ALL: 'de_DE.UTF-8' };
  const { stdout } = await runReseal(['show', serial, ...common], { environment });
  const [entry] = z
    .object({ timeline: z.array(z.object({ at: z.iso.datetime() })) })
    .parse(JSON.parse(stdout)).timeline;
  const text = await runReseal(['show', serial, ...common.slice(1)], { environment });
  expect(text.stdout).toContain(createFormatter('de-DE').instant(entry?.at ?? ''));
  expect(text.stdout).not.toContain(entry?.at);
});

it('lists the queue: searched, by stage, by batch, limited', async () => {
  const all = list.parse((await run(['list'])).value);
  expect(all.total).toBe(all.devices.length);
  const found = list.parse((await run(['list', '--search', serial])).value);
  expect(found.devices.map(({ serialNumber }) => serialNumber)).toEqual([serial]);
  expect(list.parse((await run(['list', '--stage', 'register', '--limit', '2'])).value)).toMatchObject({
    total: all.total,
  });
  expect(list.parse((await run(['list', '--batch', 'spring'])).value).total).toBe(all.total);
  const sorted = list
    .parse((await run(['list', '--sort', 'serialNumber'])).value)
    .devices.map((row) => row.serialNumber);
  expect(sorted).toEqual(sorted.toSorted());
});

it('registers and follows each device to its profile', async () => {
  const { status, value } = await run(['register', '--all', '--wait']);
  expect(status).toBe(0);
  const line = z.object({ serialNumber: z.string(), attempts: z.number(), message: z.string() });
  const rows = z.array(line.extend({ registration: z.literal('registered'), profile: z.literal('assigned') }));
  expect(rows.parse(value['devices']).length).toBe(z.object({ assigned: z.number() }).parse(value['counts']).assigned);
});

it('assigns a user, and takes the user off again', async () => {
  expect((await run(['assign', serial, USER])).value).toMatchObject({ assignedUser: USER, pendingChanges: 0 });
  expect((await run(['unassign', serial])).value).toMatchObject({ assignedUser: null, pendingChanges: 0 });
  const nobody = await runReseal(['assign', serial, 'nobody@contoso-practice.example', ...common]);
  expect(nobody).toMatchObject({ status: 1 });
});

it('sends a change of a device’s properties before it ends', async () => {
  expect((await run(['tag', kioskSerial, 'Kiosk'])).value).toMatchObject({ groupTag: 'Kiosk', pendingChanges: 0 });
  expect((await run(['rename', kioskSerial, 'KIOSK-01'])).value).toMatchObject({
    deviceName: 'KIOSK-01',
    pendingChanges: 0,
  });
});

it('finds no Intune record of a device that has not enrolled, and deletes nothing', async () => {
  const { status, value } = await run(['delete-intune-record', kioskSerial, '--dry-run']);
  expect(status).toBe(0);
  expect(value).toMatchObject({ serialNumber: kioskSerial, record: null, target: null });
});

it('uploads corporate identifiers, and says of each device whether Intune holds it', async () => {
  const { status, value } = await run(['identifiers', serial, kioskSerial]);
  expect(status).toBe(0);
  expect(value).toEqual({
    devices: [serial, kioskSerial].map((serialNumber) => ({
      serialNumber,
      uploaded: true,
      message: 'Intune holds the corporate identifier.',
      changes: [],
    })),
    counts: { uploaded: 2, failed: 0 },
  });
});

it('unblocks a device for its next enrollment, and says where there is nothing to unblock', async () => {
  expect(await run(['unblock', serial])).toMatchObject({ status: 0, value: { pendingChanges: 0 } });
  const unknown = await runReseal(['unblock', 'NOBODY1', ...common]);
  expect(unknown).toMatchObject({ status: 2 });
});

it('asks Intune to synchronise once, and then says when it may be asked again', async () => {
  expect((await run(['sync'])).value).toMatchObject({ state: 'queued' });
  const again = await run(['sync', '--speed', '1']);
  expect(z.enum(['queued', 'coolingDown']).parse(again.value['state'])).toBeDefined();
});

it('says what waits for Microsoft, and ends with 1 where a change has failed', async () => {
  const { status, value } = await run(['status']);
  expect(Object.keys(value).sort()).toEqual(['bench', 'jobs', 'nextAttemptAt', 'problems', 'reach', 'syncAllowedAt']);
  expect({ status, jobs: value['jobs'] }).toMatchObject({ status: 1, jobs: { waiting: 0, failed: 1 } });
});

it('refuses a step of the bench that cannot follow, and ends with 1', async () => {
  const { status, stdout, stderr } = await runReseal(['bench', serial, 'reseal', ...common]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Reseal comes after a successful technician flow.');
});

it('records the technician’s steps, each with its own status', async () => {
  expect((await run(['bench', serial, 'start'])).value).toMatchObject({ bench: 'running' });
  const failed = await run(['bench', serial, 'failure', '--error-code', '0x800705b4', '--note', 'TPM attestation']);
  expect(failed).toMatchObject({ status: 1, value: { bench: 'failed', reseal: 'notResealed' } });
  await run(['bench', serial, 'start']);
  const tooLong = await runReseal(['bench', serial, 'success', '--elapsed', '0:34', ...common]);
  expect(tooLong.status).toBe(2);
  expect(tooLong.stderr).toContain('started less than 34 minutes ago');
  const succeeded = await run(['bench', serial, 'success', '--elapsed', '0:34', '--yes']);
  expect(succeeded).toMatchObject({ status: 0, value: { bench: 'succeeded', reseal: 'notResealed' } });
  expect((await run(['bench', serial, 'reseal'])).value).toMatchObject({ bench: 'succeeded', reseal: 'resealed' });
  expect((await run(['bench', serial, 'ship'])).value).toMatchObject({ reseal: 'shipped' });
});

it('shows a device with every status, its history and what comes next, but never its hash', async () => {
  const { value } = await run(['show', serial]);
  expect(value).toMatchObject({
    serialNumber: serial,
    registration: 'registered',
    profile: 'assigned',
    bench: 'succeeded',
  });
  expect(z.array(z.object({ sentence: z.string() })).parse(value['timeline']).length).toBeGreaterThan(4);
  expect(JSON.stringify(value)).not.toMatch(/[A-Za-z0-9+/]{100}/);
});

it('writes a checklist as JSON, HTML and PDF', async () => {
  const json = await runReseal(['checklist', serial, ...common]);
  expect(JSON.parse(json.stdout)).toBeTypeOf('object');
  const html = await runReseal(['checklist', serial, '--format', 'html', '--data-dir', folder.path]);
  expect(html.stdout).toContain('<html');
  const file = join(folder.path, 'papers', 'checklist.pdf');
  expect((await run(['checklist', serial, '--format', 'pdf', '--out', file])).value).toMatchObject({ file });
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await runReseal(['checklist', serial, '--scenario', 'none', ...common])).toMatchObject({ status: 2 });
});

it('exports strict files for a target', async () => {
  const out = join(folder.path, 'export');
  const { value } = await run(['export', '--target', 'intune', '--out', out]);
  const files = z.array(z.string()).min(1).parse(value['files']);
  expect((await readdir(out)).map((name) => join(out, name))).toEqual(files);
});

it('deregisters after it was told not to ask, and does not guess an answer where nobody can be asked', async () => {
  const { devices } = list.parse((await run(['list', '--stage', 'startBench', '--limit', '1'])).value);
  const other = devices[0]?.serialNumber ?? '';
  expect(await runReseal(['deregister', other, ...common])).toMatchObject({ status: 2, stdout: '' });
  expect((await run(['deregister', other, '--dry-run'])).value).toMatchObject({ serialNumber: other });
  expect(await run(['deregister', other, '--yes'])).toMatchObject({ status: 0, value: { registration: 'removed' } });
});
