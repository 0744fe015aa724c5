import { setImmediate as nextTurn } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { readPdf } from '../../rigs/readPdf.ts';
import { tenantId } from '../../rigs/seedStore.ts';
import { testPorts } from '../../rigs/testPorts.ts';
import { runInProcess } from '../support/runInProcess.ts';

let workshop: OfflineQueue;
beforeEach(() => {
  workshop = offlineQueue();
});
afterEach(() => workshop.close());

const day = { from: '2026-11-22T12:00:00.000Z', to: '2026-11-22T20:00:00.000Z' };
const summary = () => ask(workshop.backend, 'shift.summary', { tenantId, ...day });
const record = (deviceId: string, step: 'start' | 'success' | 'failure' | 'reseal' | 'ship', errorCode?: string) =>
  ask(workshop.backend, 'bench.record', { deviceId, step, ...(errorCode === undefined ? {} : { errorCode }) });

/** JB finishes one in the first hour and ships it; MK has one fail in the second and one run. */
async function work(): Promise<void> {
  const [good, bad, running] = [1, 2, 3].map(() => workshop.addDevice());
  if (good === undefined || bad === undefined || running === undefined) throw new Error('Three devices are there.');
  await ask(workshop.backend, 'settings.write', { technicianInitials: 'JB' });
  for (const step of ['start', 'success', 'reseal', 'ship'] as const) await record(good, step);
  await ask(workshop.backend, 'settings.write', { technicianInitials: 'MK' });
  workshop.passMinutes(70);
  await record(bad, 'start');
  await record(bad, 'failure', '0x800705B4');
  await record(running, 'start');
}

test('a shift tells what was done, when, by whom and why it failed', async () => {
  await work();
  const { totals, parts, technicians, causes, now } = await summary();
  expect(totals).toEqual({ started: 3, succeeded: 1, failed: 1, finished: 2, resealed: 1, shipped: 1 });
  expect(parts).toHaveLength(8);
  expect(parts.map(({ totals: own }) => own.finished)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  expect(
    technicians.map(({ technician, totals: own }) => [technician, own.succeeded, own.failed, own.shipped]),
  ).toEqual([
    ['JB', 1, 0, 1],
    ['MK', 0, 1, 0],
  ]);
  expect(causes).toMatchObject([{ code: '0x800705b4', name: 'Timeout', failures: 1 }]);
  expect(now).toMatchObject({ running: 1, overdue: 0, failed: 1, toReseal: 0, toShip: 0 });
  expect(now.stock.at(-1)).toMatchObject({ here: 0, shipped: 1 });
});

test('a run that takes longer than it may is overdue', async () => {
  await work();
  workshop.passMinutes(600);
  expect((await summary()).now).toMatchObject({ running: 1, overdue: 1 });
});

test('what was taken back was not done, and a code that is told later is the cause', async () => {
  const deviceId = workshop.addDevice();
  await record(deviceId, 'start');
  await record(deviceId, 'failure');
  expect((await summary()).causes).toMatchObject([{ code: null, failures: 1 }]);
  await ask(workshop.backend, 'bench.noteCode', { deviceId, errorCode: '0x80180014' });
  expect((await summary()).causes).toMatchObject([{ code: '0x80180014', failures: 1 }]);
  await ask(workshop.backend, 'bench.undo', { deviceId });
  expect(await summary()).toMatchObject({ totals: { failed: 0, started: 1 }, causes: [] });
});

test('only acts of the span and of the tenant count', async () => {
  await work();
  const later = { from: '2026-11-22T13:00:00.000Z', to: '2026-11-22T13:10:00.000Z' };
  expect(await ask(workshop.backend, 'shift.summary', { tenantId, ...later })).toMatchObject({
    totals: { started: 0, finished: 0 },
    causes: [],
  });
  const elsewhere = { tenantId: '00000000-0000-4000-8000-000000000000', ...day };
  expect((await ask(workshop.backend, 'shift.summary', elsewhere)).totals.started).toBe(0);
  expect((await ask(workshop.backend, 'shift.summary', day)).totals.started).toBe(3);
});

test('a span that ends before it begins, or that is longer than a year, is refused', async () => {
  expect(await workshop.backend.dispatch('shift.summary', { from: day.to, to: day.from })).toMatchObject({
    error: { message: 'The span ends before it begins.' },
  });
  expect(
    await workshop.backend.dispatch('shift.summary', { from: '2024-01-01T00:00:00.000Z', to: day.to }),
  ).toMatchObject({ error: { message: 'The span is longer than 366 days.' } });
});

test('a shift is told on the command line, as text and as JSON', async () => {
  await work();
  const words = ['shift', '--from', day.from, '--to', day.to, '--data-dir', workshop.folder];
  const { stdout, status } = await runInProcess(words);
  expect(status).toBe(0);
  expect(stdout).toMatch(/JB +1 +1 +0 +1 +1/);
  expect(stdout).toMatch(/Timeout +0x800705b4 +1/);
  expect(stdout).toContain('1 running');
  const json: unknown = JSON.parse((await runInProcess([...words, '--json'])).stdout);
  expect(json).toMatchObject({ totals: { started: 3, finished: 2 } });
  expect((await runInProcess(['shift', '--from', 'yesterday', '--data-dir', workshop.folder])).stderr).toContain(
    'Write it as 2026-11-17T06:00',
  );
});

test('a year is counted in turns: others are served meanwhile, and what is done then still adds up', async () => {
  const clock = testPorts(workshop.folder).clock;
  let nowMs = 0;
  const slow = createBackend(
    testPorts(workshop.folder, {
      clock: { ...clock, monotonicMs: () => (nowMs += 50) },
      practiceTenant: { url: 'http://127.0.0.1:1', token: 'none' },
    }),
  );
  await work();
  const running = workshop.addDevice({ bench: 'running', benchStartedAt: day.from });
  const seen = { turns: 0, isCounted: false };
  const counting = ask(slow, 'shift.summary', {
    tenantId,
    from: '2026-01-01T00:00:00.000Z',
    to: '2027-01-01T00:00:00.000Z',
  }).finally(() => (seen.isCounted = true));
  for (; !seen.isCounted; seen.turns += 1) {
    if (seen.turns === 40) await record(running, 'failure', '0x80180014');
    await nextTurn();
  }
  const { causes, totals } = await counting;
  await slow.close();
  expect(seen.turns).toBeGreaterThan(365);
  expect(totals).toMatchObject({ started: 3, failed: 2 });
  expect(causes.map(({ failures }) => failures)).toEqual([1, 1]);
});

test('a failure of which no run is kept has the code that was told with it', async () => {
  const deviceId = workshop.addDevice({ bench: 'running', benchStartedAt: day.from });
  await record(deviceId, 'failure', '0x80180014');
  expect((await summary()).causes).toMatchObject([{ code: '0x80180014', failures: 1 }]);
});

const note = (text: string) => ask(workshop.backend, 'shift.addNote', { text });
const document = (more: object) =>
  ask(workshop.backend, 'shift.document', { tenantId, ...day, format: 'csv', ...more });
const bytesOf = ({ base64 }: { base64: string }) => Buffer.from(base64, 'base64');

test('a note is signed, stands in its shift, and later among the earlier ones; the record of acts has not its words', async () => {
  await ask(workshop.backend, 'settings.write', { technicianInitials: 'JB' });
  await note(' Shelf 12: leave the red screen on. ');
  workshop.passMinutes(5);
  await note('Pallet 3 is complete.');
  expect((await summary()).notes).toMatchObject([
    { text: 'Pallet 3 is complete.', technician: 'JB', at: '2026-11-22T12:05:00.000Z' },
    { text: 'Shelf 12: leave the red screen on.' },
  ]);
  const { notes } = await ask(workshop.backend, 'shift.notes', { to: '2026-11-22T12:05:00.000Z' });
  expect(notes.map(({ text }) => text)).toEqual(['Shelf 12: leave the red screen on.']);
  const { entries } = await ask(workshop.backend, 'audit.list', {});
  expect(entries[0]).toMatchObject({ action: 'shift.addNote', who: 'JB' });
  expect(JSON.stringify(entries)).not.toContain('Pallet 3');
});

test('a note without words is refused', async () => {
  expect(await workshop.backend.dispatch('shift.addNote', { text: '  ' })).toMatchObject({ ok: false });
});

test('the shift as a table has every number, and its notes', async () => {
  await work();
  await note('Cable of shelf 13 is broken.');
  const csv = bytesOf(await document({})).toString('utf8');
  expect(csv).toMatch(/Technician,JB,green,1\r\n/);
  expect(csv).toMatch(/Hour,2026-11-22T13:00:00.000Z,failed,1\r\n/);
  expect(csv).toMatch(/Failure,Timeout,0x800705b4,1\r\n/);
  expect(csv).toContain('MK,Cable of shelf 13 is broken.');
});

test('the shift is one page to sign on either paper, however much there is', async () => {
  await work();
  for (const paper of ['a4', 'letter'] as const) {
    expect(readPdf(bytesOf(await document({ format: 'pdf', paper }))).pages).toBe(1);
  }
  for (let number = 0; number < 45; number += 1) {
    await ask(workshop.backend, 'settings.write', { technicianInitials: `T${String(number)}` });
    await record(workshop.addDevice(), 'start');
    await record(
      workshop.addDevice({ bench: 'running', benchStartedAt: day.from }),
      'failure',
      `0xDEAD${String(1000 + number)}`,
    );
    await note('A long note. '.repeat(38));
  }
  const week = { from: '2026-11-16T12:00:00.000Z', to: '2026-11-23T12:00:00.000Z' };
  for (const more of [day, week]) {
    const file = readPdf(bytesOf(await document({ format: 'pdf', paper: 'letter', ...more })));
    expect(file).toMatchObject({ pages: 1, sizes: [[612, 792]] });
  }
});

test('what no typeface has is named before the page is printed', async () => {
  await note('Done 😀');
  const asked = { tenantId, ...day, format: 'pdf' };
  expect(await workshop.backend.dispatch('shift.document', asked)).toMatchObject({ error: { code: 'unprintable' } });
  expect(readPdf(bytesOf(await document({ format: 'pdf', withCodes: true }))).pages).toBe(1);
});

test('the devices of a shift are those that were finished, resealed or shipped in it', async () => {
  await work();
  const { deviceIds } = await ask(workshop.backend, 'shift.devices', { tenantId, ...day });
  expect(deviceIds).toHaveLength(2);
  const report = await ask(workshop.backend, 'reports.ofDevices', { deviceIds, format: 'csv' });
  expect(report.devices).toBe(2);
});

test('the page, the table and a note are made on the command line', async () => {
  await work();
  const [pdf, csv] = [join(workshop.folder, 'shift.pdf'), join(workshop.folder, 'shift.csv')];
  const words = ['shift', '--from', day.from, '--data-dir', workshop.folder];
  const { stdout } = await runInProcess([...words, '--note', 'MK collects the logs at 15:00.']);
  expect(stdout).toContain('MK: MK collects the logs at 15:00.');
  expect((await runInProcess([...words, '--pdf', pdf, '--csv', csv, '--paper', 'a4'])).status).toBe(0);
  expect(readPdf(readFileSync(pdf))).toMatchObject({ pages: 1, sizes: [[595.28, 841.89]] });
  expect(readFileSync(csv, 'utf8')).toContain('MK collects the logs');
});
