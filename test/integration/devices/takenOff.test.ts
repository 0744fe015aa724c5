import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { otherTenantId, offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { addCapture, withStore } from '../../rigs/queuedDevices.ts';
import { tenantId } from '../../rigs/seedStore.ts';

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

test('another machine with the same serial number keeps no device away', async () => {
  const first = inventedDevice(0);
  const { serialNumber, manufacturer, productName: model } = first;
  const ids = [first, inventedDevice(8)].map(({ smbiosUuid, ...description }) => {
    const id = workshop.addDevice({ serialNumber, manufacturer, model, smbiosUuid });
    const hash = inventedHash({ ...description, smbiosUuid, serialNumber, manufacturer, productName: model });
    withStore(workshop.folder, (store) => addCapture(store, tenantId, id, hash));
    return id;
  });
  await remove(ids[0] ?? '');
  await restore(ids[0] ?? '');

  const { devices } = await ask(workshop.backend, 'devices.find', { serialNumber: serialNumber ?? '' });
  expect(devices.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});
