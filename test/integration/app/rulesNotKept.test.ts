import { expect, test } from 'vitest';
import { createBackend } from '../../../src/main/backend.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import { openRawQueue } from '../../rigs/testVault.ts';
import { ask } from '../../rigs/askBackend.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder, testPorts } from '../../rigs/testPorts.ts';

test('a queue that cannot be written at the first start of other rules is shown all the same, and the next start mends it', async () => {
  const folder = temporaryFolder();
  const seed = openTestStore(folder.path, () => new Date());
  addTenant(seed);
  const { id } = createDeviceStore(seed, () => new Date()).add({ tenantId, serialNumber: 'KEPT1' });
  seed.database.prepare('DELETE FROM device_text').run();
  seed.close();

  const other = openRawQueue(folder.path);
  other.exec('BEGIN IMMEDIATE');
  const locked = createBackend(testPorts(folder.path));
  other.exec('ROLLBACK');
  other.close();
  expect((await ask(locked, 'devices.get', { id })).device.serialNumber).toBe('KEPT1');
  await locked.close();

  const backend = createBackend(testPorts(folder.path));
  expect((await ask(backend, 'devices.list', { search: 'kept1' })).matching).toBe(1);
  await backend.close();
  folder.remove();
});
