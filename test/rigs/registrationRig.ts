import { vi } from 'vitest';
import { createBackend, type Backend } from '../../src/main/backend.ts';
import type { Ports } from '../../src/main/ports.ts';
import type { PracticeTenantOptions } from '../../src/main/practice-tenant/startPracticeTenant.ts';
import type { NewDevice } from '../../src/main/store/deviceStore.ts';
import type { Store } from '../../src/main/store/store.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../src/shared/api/contract.ts';
import { ask } from './askBackend.ts';
import { inventedHash, startPracticeGraph, type PracticeGraph } from './practiceGraph.ts';
import { addCapture, addDevices, withStore } from './queuedDevices.ts';
import { keptLog, temporaryFolder, testPorts, type KeptLog } from './testPorts.ts';

/** One practice minute passes in a tenth of a second. */
const FAST = 600;
/** Finds what never happens; how long it takes is not judged. */
const PATIENCE_MS = 120_000;

export interface RegistrationRig {
  readonly graph: PracticeGraph;
  readonly dataFolder: string;
  readonly tenantId: string;
  readonly log: KeptLog;
  readonly ask: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  readonly dispatch: Backend['dispatch'];
  /** Puts devices with a hash into the queue, and returns their ids. */
  readonly addDevices: (devices: readonly (Omit<NewDevice, 'tenantId'> & { readonly hash?: string })[]) => string[];
  /** A newer capture of a device, as importing its hash again leaves it. */
  readonly addCapture: (deviceId: string, serialNumber: string) => void;
  /** The progress of registrations once none is waiting any more. */
  readonly untilSettled: (deviceIds: readonly string[]) => Promise<OutputOf<'registration.progress'>>;
  /** Repeats the check until it holds. */
  readonly until: <Value>(check: () => Value | Promise<Value>) => Promise<Value>;
  /** Works on the queue's database past the backend. */
  readonly withStore: <Result>(work: (store: Store) => Result) => Result;
  readonly stop: () => Promise<void>;
  readonly start: () => void;
  /** Ends the backend and begins another on the same data. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A backend on real files that talks to a real practice tenant over HTTP, in fast time. */
export async function startRegistrationRig(
  options: Partial<PracticeTenantOptions> = {},
  ports: Partial<Ports> = {},
): Promise<RegistrationRig> {
  const folder = temporaryFolder();
  const graph = await startPracticeGraph({
    speed: FAST,
    now: () => performance.timeOrigin + performance.now(),
    ...options,
  });
  const log = keptLog();
  const { url, token } = graph.tenant;
  const open = (): Backend =>
    createBackend(testPorts(folder.path, { runsOutbox: true, practiceTenant: { url, token }, log: log.log, ...ports }));
  let backend = open();
  let isOpen = true;
  const start = (): void => {
    backend = open();
    isOpen = true;
  };
  const stop = async (): Promise<void> => {
    if (isOpen) await backend.close();
    isOpen = false;
  };
  const { id: tenantId } = await ask(backend, 'tenants.addPractice', {});

  const rig: RegistrationRig = {
    graph,
    dataFolder: folder.path,
    tenantId,
    log,
    ask: (name, input) => ask(backend, name, input),
    dispatch: (...call) => backend.dispatch(...call),
    addDevices: (devices) => addDevices(folder.path, tenantId, devices),
    addCapture: (deviceId, serialNumber) =>
      withStore(folder.path, (store) => addCapture(store, tenantId, deviceId, inventedHash(serialNumber))),
    until: (check) => vi.waitFor(check, { timeout: PATIENCE_MS, interval: 20 }),
    untilSettled: (deviceIds) =>
      rig.until(async () => {
        const progress = await rig.ask('registration.progress', { deviceIds: [...deviceIds] });
        if (progress.counts.waiting > 0) throw new Error(JSON.stringify(progress, null, 1));
        return progress;
      }),
    withStore: (work) => withStore(folder.path, work),
    stop,
    start,
    async restart() {
      await stop();
      start();
    },
    async close() {
      await stop();
      await graph.close();
      folder.remove();
    },
  };
  return rig;
}

/** So many serial numbers that are alike but for their number. */
export const serials = (count: number, prefix = 'FBK'): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(5, '0')}`);
