import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { otherTenantId, offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';

let workshop: OfflineQueue;
beforeEach(() => {
  workshop = offlineQueue();
});
afterEach(async () => workshop.close());

const restore = (id: string) => ask(workshop.backend, 'devices.putBack', { ids: [id] });
const remove = (id: string) => ask(workshop.backend, 'devices.takeOff', { ids: [id] });

test('a device that was taken off is put back, once', async () => {
  const id = workshop.addDevice();
  await remove(id);

  expect(await restore(id)).toEqual({ putBack: 1 });
  await expect(restore(id)).rejects.toThrow('on the queue already');
});

test('a device is not put back beside its like: one machine is one device', async () => {
  const id = workshop.addDevice();
  await remove(id);
  workshop.addDevice();

  await expect(restore(id)).rejects.toThrow('5CG1234567 came into the queue again');
  expect((await ask(workshop.backend, 'devices.find', { serialNumber: '5CG1234567' })).devices).toHaveLength(1);
});

test('neither its like of another maker nor that of another tenant keeps a device away', async () => {
  const id = workshop.addDevice();
  await remove(id);
  workshop.addDevice({ manufacturer: 'LENOVO' });
  workshop.addDevice({ tenantId: otherTenantId });

  expect(await restore(id)).toEqual({ putBack: 1 });
});
