import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCaptureStore } from '../../../src/main/store/captureStore.ts';
import { createDeviceEventStore } from '../../../src/main/store/deviceEventStore.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import { openStore } from '../../../src/main/store/openStore.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let now = new Date();

beforeEach(() => {
  folder = temporaryFolder();
  store = openStore(folder.path, () => now);
  addTenant(store);
});
afterEach(() => {
  store.close();
  folder.remove();
});

test('a clock that was set back does not turn a history around; captures stand among the events by their time', () => {
  const { id: deviceId } = createDeviceStore(store, () => now).add({ tenantId, serialNumber: 'AAA1' });
  const history = createDeviceEventStore(store, () => now);
  const say = (at: string, sentence: string): void => {
    now = new Date(at);
    history.add({ deviceId, subject: 'registration', sentence, source: 'Microsoft' });
  };
  say('2026-11-22T12:00:00Z', 'Queued.');
  say('2026-11-25T12:00:00Z', 'Sent, while the clock was three days ahead.');
  say('2026-11-22T12:01:00Z', 'Registered.');
  store.database
    .prepare(`INSERT INTO import_batch (id, tenant_id, name, files, created_at) VALUES ('b', ?, 'B', '[]', 'now')`)
    .run(tenantId);
  createCaptureStore(store).add({
    deviceId,
    hashBytes: Buffer.from('AAAA', 'base64'),
    collectedAt: null,
    osBuild: null,
    source: 'hashes.csv',
    batchId: 'b',
    importedAt: '2026-11-22T11:59:00.000Z',
  });
  expect(history.ofDevice(deviceId).map(({ sentence }) => sentence)).toEqual([
    'Registered.',
    'Sent, while the clock was three days ahead.',
    'Queued.',
    'The hardware hash came from hashes.csv.',
  ]);
});
