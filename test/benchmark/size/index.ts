import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createCaptureStore } from '../../../src/main/store/captureStore.ts';
import { createDeviceEventStore } from '../../../src/main/store/deviceEventStore.ts';
import { inventedDevice, inventedHash } from '../../rigs/inventedDevices.ts';
import { temporaryFolder } from '../../rigs/testPorts.ts';
import { openRawQueue, openTestStore } from '../../rigs/testVault.ts';
import { fillQueue } from '../queue/measuredQueue.ts';

const COUNT = Number(process.argv[3] ?? 10_000);
const GOAL_BYTES = 5_500;
const EVENTS = 10;
const CAPTURES = 2;
const SHOWN = 8;

/** How much of the file a device takes after a year: ten lines of history and two captures, nothing let go. */
export function measureSize(): boolean {
  const folder = temporaryFolder();
  const ids = fillQueue(folder.path, COUNT);
  const now = () => new Date();
  const store = openTestStore(folder.path, now);
  const events = createDeviceEventStore(store, now);
  const captures = createCaptureStore(store);
  const batch = store.database.prepare('SELECT batch_id FROM device WHERE id = ?').pluck();
  store.write(() => {
    for (const [number, deviceId] of ids.entries()) {
      for (let event = 0; event < EVENTS; event += 1) {
        events.add({
          deviceId,
          subject: 'profile',
          sentence: 'Microsoft assigned the profile “Standard”.',
          from: 'pending',
          to: 'assigned',
          source: 'Microsoft',
        });
      }
      for (let capture = 0; capture < CAPTURES; capture += 1) {
        captures.add({
          deviceId,
          hashBytes: keptBytes(inventedHash(inventedDevice(number * CAPTURES + capture))),
          collectedAt: null,
          osBuild: '10.0.26100.4061',
          source: `devices-${number % 40}.csv`,
          batchId: String(batch.get(deviceId)),
          importedAt: now().toISOString(),
        });
      }
    }
  });
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  const each = statSync(join(folder.path, 'reseal.db')).size / COUNT;
  const isMet = each <= GOAL_BYTES;
  process.stdout.write(
    `${COUNT} devices, each with ${EVENTS} events and ${CAPTURES} captures: ${each.toFixed(0)} bytes a device, goal ${GOAL_BYTES} ${isMet ? 'met' : 'MISSED'}\n`,
  );
  tellTables(folder.path);
  folder.remove();
  return isMet;
}

/** What an import keeps of a hash: its bytes without the zeros that fill it. */
function keptBytes(hash: string): Buffer {
  const bytes = Buffer.from(hash, 'base64');
  const end = bytes.findLastIndex((byte) => byte !== 0);
  return bytes.subarray(0, end + 1);
}

/** What takes most of it. */
function tellTables(folder: string): void {
  const database = openRawQueue(folder);
  const tables = database
    .prepare<[], { name: string; bytes: number }>(
      `SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name ORDER BY bytes DESC LIMIT ${SHOWN}`,
    )
    .all();
  for (const { name, bytes } of tables) {
    process.stdout.write(`  ${name.padEnd(28)} ${(bytes / COUNT).toFixed(0).padStart(6)}\n`);
  }
  database.close();
}
