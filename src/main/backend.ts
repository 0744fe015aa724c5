import type { BackendEvent } from '../shared/api/events.ts';
import { createRouter, type Dispatch } from './api/router.ts';
import { createEventHub } from './eventHub.ts';
import type { Ports } from './ports.ts';
import { createSharedPracticeTenant } from './practice-tenant/sharedPracticeTenant.ts';
import { createServiceContext } from './services/createServiceContext.ts';
import { createServices } from './services/services.ts';
import { readPracticeSpeed } from './services/tenants/practiceSpeed.ts';
import { openStore } from './store/openStore.ts';
import { createSettingStore } from './store/settingStore.ts';

export interface Backend {
  readonly dispatch: Dispatch;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
  /** Stops what runs, waits for it, and closes the database. */
  readonly close: () => Promise<void>;
}

/**
 * The backend behind all three doors: the queue, the practice tenant and the services, put together.
 * @throws AppError `database` when the queue cannot be opened
 */
export function createBackend(ports: Ports): Backend {
  const hub = createEventHub();
  const store = openStore(ports.dataFolder, ports.clock.now, ports.vault.databaseKey);
  ports.vault.markInUse();
  const practiceTenant = createSharedPracticeTenant({
    dataFolder: ports.dataFolder,
    key: ports.vault.practiceTenantKey,
    elsewhere: ports.practiceTenant,
    speed: ports.practiceSpeed ?? readPracticeSpeed(createSettingStore(store)),
    fetch: ports.fetch,
  });
  const services = createServices(createServiceContext(ports, store, hub.publish, practiceTenant.locate));
  if (ports.runsOutbox) services.start();

  return {
    dispatch: createRouter(services.handlers, ports),
    subscribe: hub.subscribe,
    async close() {
      await services.close();
      await practiceTenant.close();
      store.close();
    },
  };
}
