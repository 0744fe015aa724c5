import { z } from 'zod';
import { createFormatter } from '../../shared/format/formatter.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { EventHub } from '../eventHub.ts';
import { resourcesFolder } from '../installation.ts';
import type { Ports } from '../ports.ts';
import { rulesOfBuild } from '../rulesOfBuild.ts';
import type { Store } from '../store/store.ts';
import { loadBoardGuide } from './boards/loadBoardGuide.ts';
import { createChecklistViews } from './checklists/checklistViews.ts';
import { loadTemplates } from './checklists/loadTemplates.ts';
import { createDeviceViews } from './devices/deviceViews.ts';
import { createFailureJudge } from './jobs/judgeFailure.ts';
import type { Reopen, ServiceContext } from './serviceContext.ts';
import { createServiceStores, type ServiceStores } from './serviceStores.ts';
import { createMemorySecretBox } from './tenants/memorySecretBox.ts';
import { createQueueSecretBox } from './tenants/queueSecretBox.ts';
import { technicianOf } from './settings/settingsService.ts';
import { holdOf } from './tenants/holdOf.ts';
import { createTenantConnections, type LocatePracticeTenant } from './tenants/tenantConnections.ts';
import { createTenantSessions } from './tenants/tenantSessions.ts';

/** Makes everything that services share, from the outside world and the open queue. */
export function createServiceContext(
  ports: Ports,
  store: Store,
  publish: EventHub['publish'],
  practiceTenant: LocatePracticeTenant,
  reopen: Reopen,
): ServiceContext {
  const now = ports.clock.now;
  const stores = createServiceStores(store, now);
  const { tenants } = stores;
  store.setAside.onFound(({ table, column, id }) => ports.log.error('row.setAside', { table, column, id }));
  keepToRules(store, stores, ports.log);
  const secretBox = ports.vault.keepsSignIns
    ? createQueueSecretBox(stores.secrets, ports.formerSecrets)
    : createMemorySecretBox();
  const sessions = createTenantSessions(ports, secretBox);
  const connections = createTenantConnections({
    tenants,
    sessions,
    practiceTenant,
    ports,
    changed: () => publish('tenants.changed'),
    reachedAgain(tenantId) {
      store.write(() => {
        stores.tracking.reached(tenantId);
        stores.jobs.networkIsBack(tenantId);
      });
      outbox.wake();
      publish('jobs.changed');
    },
  });
  const outbox = createOutbox({
    ...stores,
    clock: ports.clock,
    log: ports.log,
    judge: createFailureJudge(connections),
    random: Math.random,
    canReach: connections.canReach,
    holdOf: (tenantId) => holdOf(tenants, tenantId),
    changed: () => publish('jobs.changed'),
  });
  return {
    ...stores,
    ports,
    store,
    formatter: createFormatter(ports.locale),
    publish,
    reopen,
    who: () => technicianOf(stores.settings),
    connections,
    secretBox,
    sessions,
    practiceTenant,
    outbox,
    deviceViews: createDeviceViews(stores, now),
    boardGuide: loadBoardGuide(resourcesFolder),
    checklistViews: createChecklistViews(stores),
    checklistTemplates: loadTemplates(resourcesFolder),
  };
}

/**
 * Where another Reseal with other rules wrote the queue, or it is damaged, what it is filtered and searched by is made anew. On a full disk or
 * while another process writes for long, Reseal starts all the same, and the next start tries again.
 */
function keepToRules(
  store: Store,
  { checklists, devices, deviceSearch, settings }: ServiceStores,
  log: Ports['log'],
): void {
  if (settings.read(RULES, z.string().nullable(), null) === rulesOfBuild && !devices.areNextStepsAmiss()) return;
  try {
    store.write(() => {
      devices.restateNextSteps();
      deviceSearch.restate();
      checklists.forgetCompletion();
      settings.write(RULES, rulesOfBuild);
    });
  } catch (error) {
    log.error('rules.notKept', { reason: String(error) });
  }
}

const RULES = 'nextStepRules';
