import { createCaptureStore } from '../../src/main/store/captureStore.ts';
import { createDeviceStore, type NewDevice } from '../../src/main/store/deviceStore.ts';
import type { Store } from '../../src/main/store/store.ts';
import { openTestStore } from './testVault.ts';
import { inventedHash } from './practiceGraph.ts';

/** Works on a queue's database past the backend. */
export function withStore<Result>(dataFolder: string, work: (store: Store) => Result): Result {
  const store = openTestStore(dataFolder, () => new Date());
  try {
    return store.write(() => work(store));
  } finally {
    store.close();
  }
}

/** Devices with one capture each, written past the backend as an import would leave them; an empty hash is none. */
export function addDevices(
  dataFolder: string,
  tenantId: string,
  added: readonly (Omit<NewDevice, 'tenantId'> & { readonly hash?: string })[],
): string[] {
  return withStore(dataFolder, (store) => {
    const devices = createDeviceStore(store, () => new Date());
    return added.map(({ hash, ...device }) => {
      const made = { manufacturer: 'Fabrikam', model: 'Fabrikam Slate 13', ...device, tenantId };
      const { id } = devices.add(made, { hasHardwareHash: hash !== '' });
      if (hash !== '') addCapture(store, tenantId, id, hash ?? inventedHash(device.serialNumber ?? ''));
      return id;
    });
  });
}

/** A capture of a device, as importing its hash leaves it. */
export function addCapture(store: Store, tenantId: string, deviceId: string, hash: string): void {
  const batchId = crypto.randomUUID();
  const importedAt = new Date().toISOString();
  store.database
    .prepare(`INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES (?, ?, 'Test', '[]', ?)`)
    .run(batchId, tenantId, importedAt);
  const hashBytes = Buffer.from(hash, 'base64');
  createCaptureStore(store).add({
    deviceId,
    hashBytes,
    collectedAt: null,
    osBuild: null,
    source: 'test',
    batchId,
    importedAt,
  });
}
