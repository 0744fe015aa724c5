import { createCaptureStore } from '../../../src/main/store/captureStore.ts';
import { createDeviceSearch } from '../../../src/main/store/deviceSearch.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import { inventedHash } from '../../rigs/practiceGraph.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';

const MODELS = ['Fabrikam Slate 13', 'Fabrikam Slate 15', 'Fabrikam Tower'];

/** The serial numbers of a large queue: L00000 is the first. */
export const largeSerial = (number: number): string => `L${String(number).padStart(5, '0')}`;

/** Puts many devices with their hashes into a data folder, as one import would leave them, before Reseal opens it. */
export function makeLargeQueue(dataFolder: string, count: number): void {
  const now = () => new Date();
  const store = openTestStore(dataFolder, now);
  addTenant(store, tenantId, 'Practice tenant');
  const devices = createDeviceStore(store, now);
  const captures = createCaptureStore(store);
  const batchId = crypto.randomUUID();
  const importedAt = now().toISOString();
  store.write(() => {
    store.database.prepare('UPDATE tenant SET active = 1').run();
    store.database
      .prepare(`INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES (?, ?, 'Delivery', '[]', ?)`)
      .run(batchId, tenantId, importedAt);
    for (let number = 0; number < count; number += 1) {
      const serialNumber = largeSerial(number);
      const device = { serialNumber, manufacturer: 'Fabrikam', model: MODELS[number % MODELS.length] ?? null };
      const { id } = devices.add({ ...device, tenantId, batchId }, { hasHardwareHash: true });
      const hashBytes = Buffer.from(inventedHash(serialNumber), 'base64');
      captures.add({ deviceId: id, hashBytes, collectedAt: null, osBuild: null, source: 'test', batchId, importedAt });
    }
  });
  store.write(() => {
    const search = createDeviceSearch(store);
    while (search.indexSome(count));
  });
  store.close();
}
