import type { Handlers } from '../shared/api/contract.ts';
import type { BackendEvent } from '../shared/api/events.ts';
import { createRouter, type Dispatch } from './api/router.ts';
import { createEventHub } from './eventHub.ts';
import { resourcesFolder } from './installation.ts';
import type { Ports } from './ports.ts';
import { createSharedPracticeTenant } from './practice-tenant/sharedPracticeTenant.ts';
import { createAppService } from './services/app/appService.ts';
import { createDevicesService } from './services/devices/devicesService.ts';
import { createDeviceViews } from './services/devices/deviceViews.ts';
import { createExportsService } from './services/exports/exportsService.ts';
import { createHashService } from './services/intake/hashService.ts';
import { createIntakeService } from './services/intake/intakeService.ts';
import { createMicrosoft } from './services/microsoft.ts';
import type { ServiceContext } from './services/serviceContext.ts';
import { createSettingsService, technicianOf } from './services/settings/settingsService.ts';
import { readPracticeSpeed } from './services/tenants/practiceSpeed.ts';
import { createTenants } from './services/tenants/tenants.ts';
import { createWorkshop } from './services/workshop.ts';
import { createAuditStore } from './store/auditStore.ts';
import { createCaptureStore } from './store/captureStore.ts';
import { createDeviceEventStore } from './store/deviceEventStore.ts';
import { createDeviceList } from './store/deviceList.ts';
import { createDeviceStore } from './store/deviceStore.ts';
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
 * The backend behind all three doors, and the only place that knows every part.
 * @throws AppError `database` when the queue cannot be opened
 */
export function createBackend(ports: Ports): Backend {
  const now = ports.clock.now;
  const hub = createEventHub();
  const store = openStore(ports.dataFolder, now);
  const settings = createSettingStore(store);
  const context: ServiceContext = {
    ports,
    store,
    devices: createDeviceStore(store, now),
    history: createDeviceEventStore(store, now),
    audit: createAuditStore(store, now),
    settings,
    publish: hub.publish,
    who: () => technicianOf(settings),
  };
  const practiceTenant = createSharedPracticeTenant({
    dataFolder: ports.dataFolder,
    elsewhere: ports.practiceTenant,
    speed: ports.practiceSpeed ?? readPracticeSpeed(settings),
    fetch: ports.fetch,
  });
  const tenants = createTenants(context, practiceTenant.locate);
  const captures = createCaptureStore(store);
  const microsoft = createMicrosoft(context, tenants, captures);
  const intake = createIntakeService(context);
  const deviceList = createDeviceList(store);
  const views = createDeviceViews(deviceList, now);

  const workshop = createWorkshop(context, {
    list: deviceList,
    views,
    tenants: tenants.tenants,
    resourcesFolder,
    lookUpZtdId: microsoft.lookUpZtdId,
  });

  const handlers: Handlers = {
    ...createAppService(context),
    ...createSettingsService(context),
    ...tenants.handlers,
    ...microsoft.handlers,
    ...createDevicesService(context, {
      list: deviceList,
      views,
      capturesOf: captures.ofDevice,
      benchRunsOf: workshop.benchRunsOf,
    }),
    ...intake.handlers,
    ...createHashService(ports),
    ...createExportsService(context, captures),
    ...workshop.handlers,
  };

  if (ports.runsOutbox) {
    microsoft.start();
    workshop.start();
  }

  return {
    dispatch: createRouter(handlers, ports),
    subscribe: hub.subscribe,
    async close() {
      await intake.close();
      await microsoft.close();
      await workshop.close();
      await tenants.close();
      await practiceTenant.close();
      store.close();
    },
  };
}
