import { expect, test } from 'vitest';
import { createListedDeviceStore } from '../../../../src/main/store/listedDeviceStore.ts';
import { openStore } from '../../../../src/main/store/openStore.ts';
import { addTenant, tenantId } from '../../../rigs/seedStore.ts';
import { temporaryFolder } from '../../../rigs/testPorts.ts';

test('what a tenant’s list held is what it held last', () => {
  const folder = temporaryFolder();
  const store = openStore(folder.path, () => new Date());
  addTenant(store);
  const listed = createListedDeviceStore(store);
  const device = (ztdId: string, groupTag: string | null) => ({
    ztdId,
    serialNumber: `S-${ztdId}`,
    manufacturer: 'HP',
    model: null,
    productKeyId: null,
    groupTag,
    purchaseOrder: null,
  });
  const held = () => [...listed.ofTenant(tenantId)].map(({ ztdId, groupTag }) => [ztdId, groupTag]);

  store.write(() => listed.replace(tenantId, [device('a', null), device('b', 'Kiosk')]));
  expect(held()).toEqual([
    ['a', null],
    ['b', 'Kiosk'],
  ]);
  store.write(() => listed.replace(tenantId, [device('b', 'Sales'), device('c', null)]));
  expect(held()).toEqual([
    ['b', 'Sales'],
    ['c', null],
  ]);
  // A list that ended early says nothing of what it lacks.
  store.write(() => listed.replace(tenantId, [device('d', null)], false));
  expect(held().map(([ztdId]) => ztdId)).toEqual(['b', 'c', 'd']);
  expect([...listed.ofTenant('another')]).toEqual([]);
  store.close();
  folder.remove();
});
