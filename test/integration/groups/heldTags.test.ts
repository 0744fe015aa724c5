import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(() => queue.close());

test('a rule takes devices by the tag that Microsoft holds, not by one that is only wished', async () => {
  const read = { microsoftReadAt: '2026-11-22T11:00:00.000Z' };
  const byPortal = queue.addDevice({ serialNumber: 'PORTAL', groupTag: 'Office', heldGroupTag: 'Kiosk', ...read });
  queue.addDevice({ serialNumber: 'WISHED', groupTag: 'Kiosk', heldGroupTag: null, ...read });
  const neverRead = queue.addDevice({ serialNumber: 'UNREAD', groupTag: 'Kiosk', microsoftReadAt: null });
  const rule = '(device.devicePhysicalIds -any (_ -eq "[OrderID]:Kiosk"))';
  const { matching } = await ask(queue.backend, 'groups.check', { tenantId, rule });
  expect(matching.map(({ id }) => id).sort()).toEqual([byPortal, neverRead].sort());
});
