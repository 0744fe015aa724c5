import { createBenchRunStore } from '../../../src/main/store/benchRunStore.ts';
import { createDeviceStore } from '../../../src/main/store/deviceStore.ts';
import type { DeviceRecord } from '../../../src/shared/devices/device.ts';
import { readyDevice } from '../../rigs/deviceRecord.ts';
import { openTestStore } from '../../rigs/testVault.ts';
import { addTenant, tenantId } from '../../rigs/seedStore.ts';

const MINUTE_MS = 60_000;
const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE_MS).toISOString();
/** Eight characters, as a bench sees them. */
export const runningSerial = (number: number): string => `5CG41${String(number).padStart(2, '0')}QZB`;
const models = [
  ['HP', 'HP EliteBook 650 G10'],
  ['LENOVO', 'ThinkPad T14 Gen 5'],
  ['Microsoft Corporation', 'Surface Pro 10'],
] as const;
const selfDeploying = { profileUsage: 'shared', profileAllowsPreProvisioning: null } as const;

/**
 * Puts a bench at work into a data folder before Reseal opens it: devices that run, the first of them overdue and the second
 * nearly, one that failed, one that is blocked, one whose window closes, and three that are ready.
 */
export function makeBenchQueue(dataFolder: string, running: number): void {
  const now = () => new Date();
  const store = openTestStore(dataFolder, now);
  addTenant(store, tenantId, 'Contoso Nord');
  const devices = createDeviceStore(store, now);
  const runs = createBenchRunStore(store);
  const add = (change: Partial<DeviceRecord>): string => {
    const device = readyDevice({ ztdId: null, ...change, tenantId });
    return devices.add(device, { hasHardwareHash: true }).id;
  };
  store.write(() => {
    store.database.prepare('UPDATE tenant SET active = 1').run();
    for (let number = 1; number <= running; number += 1) {
      const [manufacturer, model] = models[number % models.length] ?? models[0];
      const minutes = number === 1 ? 71.05 : number === 2 ? 55.5 : 52 - (number * 50) / running;
      const kind = number % 4 === 0 ? selfDeploying : number % 5 === 0 ? ({ profileJoin: 'hybrid' } as const) : {};
      add({
        ...kind,
        serialNumber: runningSerial(number),
        manufacturer,
        model,
        shelf: String(number),
        bench: 'running',
        benchStartedAt: ago(minutes),
      });
    }
    const error = { code: '0x81036502', name: null, message: null };
    const failed = { bench: 'failed', benchError: error, benchEndedAt: ago(6) } as const;
    add({ ...failed, serialNumber: '5CG4120M7P', shelf: '32' });
    add({ serialNumber: '038744375194', isVirtualMachine: true, shelf: '30' });
    const green = { bench: 'succeeded', benchStartedAt: ago(40) } as const;
    add({ ...green, reseal: 'shipped', benchEndedAt: ago(160 * 24 * 60), serialNumber: 'PFT9G3FP' });
    add({ serialNumber: '5CG4122BHX' });
    add({ ...green, serialNumber: '5CG4123BHX', benchEndedAt: ago(10) });
    add({ ...green, serialNumber: '5CG4124BHX', benchEndedAt: ago(15), reseal: 'resealed', resealedAt: ago(12) });
    for (const minutes of [33, 34, 36]) {
      const deviceId = add({
        ...green,
        serialNumber: `DONE${minutes}`,
        benchEndedAt: ago(9_000),
        reseal: 'userFlowDone',
      });
      const ended = { endedAt: ago(9_000), result: 'succeeded', errorCode: null, phase: null } as const;
      runs.addEnded({ ...ended, deviceId, elapsedMs: minutes * MINUTE_MS, technician: 'JB' });
    }
  });
  store.close();
}
