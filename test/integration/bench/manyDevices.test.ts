import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(() => queue.close());

const benchOf = async (id: string) => (await ask(queue.backend, 'devices.get', { id })).device.bench;

test('a start for many devices starts those that may, and says of the others why not', async () => {
  const able = [queue.addDevice({ serialNumber: 'A1001' }), queue.addDevice({ serialNumber: 'A1002' })];
  const running = queue.addDevice({ serialNumber: 'A1003' });
  const closed = queue.addDevice({ serialNumber: 'A1004', registration: 'none', profile: 'notAssigned' });
  await ask(queue.backend, 'bench.record', { deviceId: running, step: 'start' });
  const deviceIds = [...able, running, closed];
  const left = [
    { reason: 'runsAlready', devices: 1 },
    { reason: 'gateClosed', devices: 1 },
  ];
  expect(await ask(queue.backend, 'bench.lookAhead', { deviceIds, step: 'start' })).toEqual({ able: 2, left });
  expect(await ask(queue.backend, 'bench.recordMany', { deviceIds, step: 'start' })).toEqual({
    deviceIds: able,
    left,
    refused: [],
  });
  expect(await benchOf(able[1] ?? '')).toBe('running');
  expect(await benchOf(closed)).toBe('notStarted');

  expect(await ask(queue.backend, 'bench.undoMany', { deviceIds: able })).toEqual({ takenBack: 2, refused: [] });
  expect(await benchOf(able[0] ?? '')).toBe('notStarted');
});

test('a pallet is resealed and shipped in two acts, and its list names what was shipped', async () => {
  const deviceIds = ['P1001', 'P1002'].map((serialNumber) => queue.addDevice({ serialNumber }));
  const other = queue.addDevice({ serialNumber: 'P1003' });
  for (const deviceId of deviceIds) {
    await ask(queue.backend, 'bench.record', { deviceId, step: 'start' });
    await ask(queue.backend, 'bench.record', { deviceId, step: 'success' });
  }
  const all = [...deviceIds, other];
  expect(await ask(queue.backend, 'bench.recordMany', { deviceIds: all, step: 'reseal' })).toMatchObject({
    deviceIds,
    left: [{ reason: 'notSucceeded', devices: 1 }],
  });
  expect(await ask(queue.backend, 'bench.recordMany', { deviceIds: all, step: 'ship' })).toMatchObject({
    deviceIds,
    left: [{ reason: 'notResealed', devices: 1 }],
  });
  const { devices, file } = await ask(queue.backend, 'bench.deliveryNote', { deviceIds: all });
  const text = Buffer.from(file.base64, 'base64').toString('utf8');
  expect(devices).toBe(2);
  expect(text).toMatch(/^\uFEFFSerial number,Maker,Model/);
  expect(text).toContain('P1002');
  expect(text).not.toContain('P1003');
});
