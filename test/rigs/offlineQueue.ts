import { createBackend, type Backend } from '../../src/main/backend.ts';
import type { Ports } from '../../src/main/ports.ts';
import { createDeviceStore, type DeviceStore } from '../../src/main/store/deviceStore.ts';
import { openTestStore } from './testVault.ts';
import type { DeviceRecord } from '../../src/shared/devices/device.ts';
import { readyDevice } from './deviceRecord.ts';
import { hurryingClock } from '../fakes/hurryingClock.ts';
import { addTenant, tenantId } from './seedStore.ts';
import { temporaryFolder, testPorts } from './testPorts.ts';

export const otherTenantId = '0b5b7a34-5b0e-4f9b-8f57-3f0a0a6f6c22';

export interface OfflineQueue {
  readonly backend: Backend;
  /** Moves the clock on; it starts at noon of 22 November 2026. */
  readonly passMinutes: (minutes: number) => void;
  readonly addDevice: (change?: Partial<Omit<DeviceRecord, 'id' | 'createdAt' | 'updatedAt'>>) => string;
  readonly changeDevice: (id: string, change: Parameters<DeviceStore['change']>[1]) => void;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

const offline = (): Promise<Response> =>
  Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }));

/** A backend on its own data folder, without a network, with two tenants, the first one active, and a clock that a test moves. */
export function offlineQueue(ports: Pick<Ports, 'locale'> = { locale: 'en-US' }): OfflineQueue {
  const folder = temporaryFolder();
  let now = new Date('2026-11-22T12:00:00.000Z');
  const seed = openTestStore(folder.path, () => now);
  addTenant(seed, tenantId);
  addTenant(seed, otherTenantId);
  seed.database.prepare(`UPDATE tenant SET active = 1, name = 'Contoso' WHERE id = ?`).run(tenantId);
  seed.database.prepare(`UPDATE tenant SET name = 'Fabrikam' WHERE id = ?`).run(otherTenantId);
  const devices = createDeviceStore(seed, () => now);
  // Without a network each call is tried once more after a while.
  const hurrying = hurryingClock();
  hurrying.hurry(20);
  const clock = { ...hurrying.clock, now: () => now };
  const backend = createBackend(
    testPorts(folder.path, {
      ...ports,
      clock,
      fetch: offline,
      practiceTenant: { url: 'http://127.0.0.1:1', token: 'none' },
    }),
  );
  return {
    backend,
    folder: folder.path,
    passMinutes: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    addDevice: (change = {}) => devices.add(readyDevice(change)).id,
    changeDevice: (id, change) => void devices.change(id, change),
    async close() {
      await backend.close();
      seed.close();
      folder.remove();
    },
  };
}
