import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../src/main/systemClock.ts';
import { createBackend } from '../../../src/main/backend.ts';
import type { Clock } from '../../../src/main/ports.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

const HOUR_MS = 60 * 60_000;
const succeeded = { tenantId, bench: 'succeeded', reseal: 'shipped' } as const;

let folder: ReturnType<typeof temporaryFolder>;
let now: Date;

beforeEach(() => {
  folder = temporaryFolder();
  now = new Date('2026-11-22T12:00:00.000Z');
});
afterEach(() => folder.remove());

function addDevices(...endedAt: readonly string[]): readonly string[] {
  const store = openStore(folder.path, () => now);
  addTenant(store);
  const devices = createDeviceStore(store, () => now);
  const ids = endedAt.map((benchEndedAt) => devices.add({ ...succeeded, serialNumber: benchEndedAt, benchEndedAt }).id);
  store.close();
  return ids;
}

test('a start of Reseal marks the devices whose six months are over, and leaves the others', async () => {
  const [overdue = '', inTime = ''] = addDevices('2026-05-22T11:00:00.000Z', '2026-05-22T13:00:00.000Z');
  const backend = createBackend(testPorts(folder.path, { clock: { ...systemClock, now: () => now } }));
  const { device, timeline } = await ask(backend, 'devices.get', { id: overdue });
  expect(device).toMatchObject({ reseal: 'expired', nextStep: { code: 'redoTechnicianFlow' } });
  expect(timeline).toMatchObject([{ subject: 'reseal', source: 'Reseal', from: 'shipped', to: 'expired' }]);
  expect((await ask(backend, 'devices.get', { id: inTime })).device.reseal).toBe('shipped');
  await backend.close();
});

test('a Reseal that stays open marks them within the hour', async () => {
  const [id = ''] = addDevices('2026-05-22T12:30:00.000Z');
  const untilAborted = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  let passAnHour: () => void = () => undefined;
  let hourBegan = Promise.withResolvers<undefined>();
  const clock: Clock = {
    now: () => now,
    monotonicMs: () => now.getTime(),
    wait: (milliseconds, signal) => {
      if (milliseconds !== HOUR_MS) return untilAborted(signal);
      hourBegan.resolve(undefined);
      return Promise.race([untilAborted(signal), new Promise<void>((resolve) => (passAnHour = resolve))]);
    },
  };
  const backend = createBackend(testPorts(folder.path, { clock, runsOutbox: true }));
  await hourBegan.promise;
  expect((await ask(backend, 'devices.get', { id })).device.reseal).toBe('shipped');
  hourBegan = Promise.withResolvers<undefined>();
  now = new Date(now.getTime() + HOUR_MS);
  passAnHour();
  await hourBegan.promise;
  expect((await ask(backend, 'devices.get', { id })).device.reseal).toBe('expired');
  await backend.close();
});

test('a clock that ran ahead expires nothing for good', async () => {
  const [id = ''] = addDevices('2026-11-20T12:00:00.000Z');
  const open = () => createBackend(testPorts(folder.path, { clock: { ...systemClock, now: () => now } }));
  const right = now;
  now = new Date('2031-01-01T00:00:00.000Z');
  const ahead = open();
  expect((await ask(ahead, 'devices.get', { id })).device.reseal).toBe('expired');
  await ahead.close();
  now = right;
  const backend = open();
  const { device, timeline } = await ask(backend, 'devices.get', { id });
  expect(device).toMatchObject({ bench: 'succeeded', reseal: 'notResealed' });
  expect(timeline[0]).toMatchObject({ from: 'expired', to: 'notResealed' });
  await backend.close();
});
