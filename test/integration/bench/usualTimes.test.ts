import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let workshop: OfflineQueue;

beforeEach(() => {
  workshop = offlineQueue();
});
afterEach(() => workshop.close());

test('what is usual comes of the good runs of a tenant, and of the time on the screen before the time between the acts', async () => {
  const { backend } = workshop;
  const run = async (serialNumber: string, minutes: number, more: object = {}) => {
    const deviceId = workshop.addDevice({ serialNumber, ztdId: null });
    await ask(backend, 'bench.record', { deviceId, step: 'start' });
    workshop.passMinutes(minutes);
    await ask(backend, 'bench.record', { deviceId, step: 'success', ...more });
    return deviceId;
  };
  const { tenantId } = (await ask(backend, 'devices.get', { id: await run('A1', 30) })).device;
  await run('B2', 40);
  expect((await ask(backend, 'bench.usualTimes', { tenantId })).times).toEqual([]);
  await run('C3', 90, { elapsedMs: 35 * 60_000 });
  const { times } = await ask(backend, 'bench.usualTimes', { tenantId });
  expect(times).toMatchObject([{ scenario: 'preProvisioned', minutes: 35, runs: 3 }]);
});

test('an alarm is told by the window that claims it first', async () => {
  const claim = async () =>
    (await ask(workshop.backend, 'bench.claimAlarms', { keys: ['failed:a:1', 'ready:b:2'] })).keys;
  expect(await claim()).toEqual(['failed:a:1', 'ready:b:2']);
  expect(await claim()).toEqual([]);
});
