import { z } from 'zod';
import { createFormatter } from '../../shared/format/formatter.ts';
import { createOutbox } from '../outbox/outbox.ts';
import type { EventHub } from '../eventHub.ts';
import { resourcesFolder } from '../installation.ts';
import type { Ports } from '../ports.ts';
import { rulesOfBuild } from '../rulesOfBuild.ts';
import type { Store } from '../store/store.ts';
import { loadBoardGuide } from './boards/loadBoardGuide.ts';
import { createChecklistTemplates } from './checklists/checklistTemplates.ts';
import { createChecklistViews } from './checklists/checklistViews.ts';
import { loadTemplates } from './checklists/loadTemplates.ts';
import { createDeviceViews } from './devices/deviceViews.ts';
import { createFailureJudge } from './jobs/judgeFailure.ts';
import { madeWhenUsed } from './madeWhenUsed.ts';
import type { Reopen, ServiceContext } from './serviceContext.ts';
import { serviceStores } from './serviceStores.ts';
import { createMemorySecretBox } from './tenants/memorySecretBox.ts';
import { createQueueSecretBox } from './tenants/queueSecretBox.ts';
import { technicianOf } from './settings/settingsService.ts';
import { holdOf } from './tenants/holdOf.ts';
import { createTenantConnections, type LocatePracticeTenant } from './tenants/tenantConnections.ts';
import { createTenantSessions } from './tenants/tenantSessions.ts';

/** Everything that services share, from the outside world and the open queue; each part is made when it is first used. */
export function createServiceContext(
  ports: Ports,
  store: Store,
  publish: EventHub['publish'],
  practiceTenant: LocatePracticeTenant,
  reopen: Reopen,
): ServiceContext {
  const now = ports.clock.now;
  const context: ServiceContext = madeWhenUsed<ServiceContext>({
    ...serviceStores(store, now),
    ports: () => ports,
    store: () => store,
    formatter: () => createFormatter(ports.locale),
    publish: () => publish,
    reopen: () => reopen,
    who: () => () => technicianOf(context.settings),
    connections: () =>
      createTenantConnections({
        tenants: context.tenants,
        sessions: context.sessions,
        practiceTenant,
        ports,
        changed: () => publish('tenants.changed'),
        reachedAgain(tenantId) {
          store.write(() => {
            context.tracking.reached(tenantId);
            context.jobs.networkIsBack(tenantId);
          });
          context.outbox.wake();
          publish('jobs.changed');
        },
      }),
    secretBox: () =>
      ports.vault.keepsSignIns ? createQueueSecretBox(context.secrets, ports.formerSecrets) : createMemorySecretBox(),
    sessions: () => createTenantSessions(ports, context.secretBox),
    practiceTenant: () => practiceTenant,
    outbox: () =>
      createOutbox({
        jobs: context.jobs,
        runners: context.runners,
        settings: context.settings,
        clock: ports.clock,
        log: ports.log,
        judge: createFailureJudge(context.connections),
        random: Math.random,
        canReach: context.connections.canReach,
        holdOf: (tenantId) => holdOf(context.tenants, tenantId),
        changed: () => publish('jobs.changed'),
      }),
    deviceViews: () => createDeviceViews(context, now),
    boardGuide: () => loadBoardGuide(resourcesFolder),
    checklistViews: () => createChecklistViews(context),
    checklistTemplates: () =>
      createChecklistTemplates(loadTemplates(resourcesFolder), context.ownChecklists, context.boardGuide),
  });
  store.setAside.onFound(({ table, column, id }) => ports.log.error('row.setAside', { table, column, id }));
  keepToRules(context);
  return context;
}

/**
 * Where another Reseal with other rules wrote the queue, or it is damaged, what it is filtered and searched by is made anew. On a full disk or
 * while another process writes for long, Reseal starts all the same, and the next start tries again.
 */
function keepToRules(context: ServiceContext): void {
  const { devices, ports, settings, store } = context;
  if (settings.read(RULES, z.string().nullable(), null) === rulesOfBuild && !devices.areNextStepsAmiss()) return;
  try {
    store.write(() => {
      context.devices.restateNextSteps();
      context.deviceSearch.restate();
      context.checklists.forgetCompletion();
      settings.write(RULES, rulesOfBuild);
    });
  } catch (error) {
    ports.log.error('rules.notKept', { reason: String(error) });
  }
}

const RULES = 'nextStepRules';
