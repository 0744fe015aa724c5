import { expect, test } from 'vitest';
import { createBackend } from '../../../../../src/main/backend.ts';
import { createDeviceStore } from '../../../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../../../src/main/store/openStore.ts';
import { ask } from '../../../../fakes/askBackend.ts';
import { addTenant, tenantId } from '../../../../fakes/seedStore.ts';
import { temporaryFolder, testPorts } from '../../../../fakes/testPorts.ts';

test('a start of Reseal marks the devices whose six months are over, and leaves the others', async () => {
  const folder = temporaryFolder();
  const now = new Date('2026-11-22T12:00:00.000Z');
  const store = openStore(folder.path, () => now);
  addTenant(store);
  const devices = createDeviceStore(store, () => now);
  const succeeded = { tenantId, bench: 'succeeded', reseal: 'shipped' } as const;
  const overdue = devices.add({ ...succeeded, serialNumber: 'OLD', benchEndedAt: '2026-05-22T11:00:00.000Z' }).id;
  const inTime = devices.add({ ...succeeded, serialNumber: 'NEW', benchEndedAt: '2026-05-22T13:00:00.000Z' }).id;
  store.close();

  const clock = { ...testPorts(folder.path).clock, now: () => now };
  const backend = createBackend(testPorts(folder.path, { clock }));
  const { device, timeline } = await ask(backend, 'devices.get', { id: overdue });
  expect(device).toMatchObject({ reseal: 'expired', nextStep: { code: 'redoTechnicianFlow' } });
  expect(timeline).toMatchObject([{ subject: 'reseal', source: 'Reseal', from: 'shipped', to: 'expired' }]);
  expect((await ask(backend, 'devices.get', { id: inTime })).device.reseal).toBe('shipped');
  await backend.close();
  folder.remove();
});
