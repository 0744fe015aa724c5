import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../rigs/askBackend.ts';
import { offlineQueue, type OfflineQueue } from '../../rigs/offlineQueue.ts';
import { tenantId } from '../../rigs/seedStore.ts';

let queue: OfflineQueue;
beforeEach(() => {
  queue = offlineQueue();
});
afterEach(() => queue.close());

test('of a queue with nearly equal tags a rule takes those that are equal, and says in what the others differ', async () => {
  const tags = ['Kiosk', 'Kiosk', 'kiosk', 'Kio sk', 'Ki0sk', 'Office', null];
  tags.forEach((groupTag, index) =>
    queue.addDevice({ serialNumber: `TAG${index}`, groupTag, purchaseOrder: groupTag === null ? 'PO-7' : null }),
  );
  const rule = [
    '(device.devicePhysicalIds -any (_ -eq "[OrderID]:Kiosk"))',
    '(device.devicePhysicalIds -any (_ -eq "[PurchaseOrderId]:PO-8"))',
  ].join(' -or ');
  const checked = await ask(queue.backend, 'groups.check', { tenantId, rule });
  expect(checked.matching.map(({ serialNumber }) => serialNumber).sort()).toEqual(['TAG0', 'TAG1']);
  expect(
    checked.nearlyEqual
      .map(({ groupTag, differsIn }) => [groupTag, differsIn])
      .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  ).toEqual([
    ['Ki0sk', 'lookAlike'],
    ['Kio sk', 'blanks'],
    ['kiosk', 'case'],
  ]);
  expect(checked).toMatchObject({ others: 2, notJudged: 0, neverMatching: ['[PurchaseOrderId]:PO-8'] });
});
