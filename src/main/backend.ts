import { type BackendEvent, eventTopic } from '../shared/api/events.ts';
import { AppError } from '../shared/outcome/appError.ts';
import { createRouter, type Dispatch } from './api/router.ts';
import { createEventHub, type EventHub } from './eventHub.ts';
import type { Ports } from './ports.ts';
import { createSharedPracticeTenant } from './practice-tenant/sharedPracticeTenant.ts';
import { createServiceContext } from './services/createServiceContext.ts';
import type { Reopen } from './services/serviceContext.ts';
import { createServices } from './services/services.ts';
import { readPracticeSpeed } from './services/tenants/practiceSpeed.ts';
import { databaseProblem } from './store/databaseProblem.ts';
import { QUEUE_MADE } from './store/lostQueue.ts';
import { openStore } from './store/openStore.ts';
import type { Store } from './store/store.ts';
import { createSettingStore } from './store/settingStore.ts';

export interface Backend {
  readonly dispatch: Dispatch;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
  /** Stops what runs, waits for it, and closes the database. */
  readonly close: () => Promise<void>;
}

type OpenQueue = Pick<Backend, 'dispatch' | 'close'>;

/** What is about one thing at a time, and not to be read again. */
const PASSING = new Set<string>(['import.progress', 'app.secondLaunch']);

/**
 * The backend behind all three doors: the queue, the practice tenant and the services, put together. A restore closes the queue
 * and opens it again behind the same doors; calls wait meanwhile.
 * @throws AppError when the queue cannot be opened
 */
export function createBackend(ports: Ports): Backend {
  const hub = createEventHub();
  let queue: OpenQueue | AppError = openQueue(ports, hub, reopen);
  let reopening: Promise<unknown> | null = null;

  async function reopen<Result>(whileClosed: () => Result): Promise<Result> {
    const isOpenAgain = Promise.withResolvers<undefined>();
    reopening = isOpenAgain.promise;
    try {
      await closeQueue();
      return whileClosed();
    } finally {
      try {
        queue = openedOr(() => openQueue({ ...ports, beginsAnew: false }, hub, reopen));
      } finally {
        reopening = null;
        isOpenAgain.resolve(undefined);
      }
      for (const topic of eventTopic.options) if (!PASSING.has(topic)) hub.publish(topic);
    }
  }

  async function closeQueue(): Promise<void> {
    if (!(queue instanceof AppError)) await queue.close();
  }

  return {
    async dispatch(name, input) {
      await reopening;
      return queue instanceof AppError ? { ok: false, error: queue.toFailure() } : queue.dispatch(name, input);
    },
    subscribe: hub.subscribe,
    async close() {
      await reopening;
      await closeQueue();
    },
  };
}

function openedOr(open: () => OpenQueue): OpenQueue | AppError {
  try {
    return open();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function openQueue(ports: Ports, hub: EventHub, reopen: Reopen): OpenQueue {
  const ifMissing = ports.beginsAnew === true ? 'beginAnew' : 'make';
  const store = openStore(ports.dataFolder, ports.clock.now, ports.vault.databaseKey, { ifMissing });
  ports.vault.markInUse();
  try {
    if (store.isNew) ports.log.info(QUEUE_MADE);
    return serve(ports, store, hub, reopen);
  } catch (error) {
    store.close();
    throw databaseProblem(error, store.file) ?? error;
  }
}

function serve(ports: Ports, store: Store, hub: EventHub, reopen: Reopen): OpenQueue {
  const practiceTenant = createSharedPracticeTenant({
    dataFolder: ports.dataFolder,
    key: ports.vault.practiceTenantKey,
    elsewhere: ports.practiceTenant,
    speed: ports.practiceSpeed ?? readPracticeSpeed(createSettingStore(store)),
    fetch: ports.fetch,
  });
  const services = createServices(createServiceContext(ports, store, hub.publish, practiceTenant.locate, reopen));
  const router = createRouter(services.handlers, { ...ports, upkeep: services.upkeep });
  if (ports.runsOutbox) services.start();
  const loading = ports.door === 'cli' ? Promise.resolve() : router.loadAll();
  loading.catch((error: unknown) => ports.log.error('backend.notLoaded', { reason: String(error) }));

  return {
    dispatch: router.dispatch,
    async close() {
      await Promise.allSettled([loading]);
      await services.close();
      await practiceTenant.close();
      store.close();
    },
  };
}
