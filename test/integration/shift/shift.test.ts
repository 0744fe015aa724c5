import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';
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

test('a failure of which no run is kept has the code that was told with it', async () => {
  const deviceId = workshop.addDevice({ bench: 'running', benchStartedAt: day.from });
  await record(deviceId, 'failure', '0x80180014');
  expect((await summary()).causes).toMatchObject([{ code: '0x80180014', failures: 1 }]);
});
