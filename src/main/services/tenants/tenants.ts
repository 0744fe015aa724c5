import { createTenantStore, type TenantStore } from '../../store/tenantStore.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { writePracticeSpeed } from './practiceSpeed.ts';
import { createSignIns } from './signIns.ts';
import { createTenantConnections, type LocatePracticeTenant, type TenantConnections } from './tenantConnections.ts';
import { createTenantSessions } from './tenantSessions.ts';
import { createTenantsService } from './tenantsService.ts';

interface Tenants {
  readonly handlers: ReturnType<typeof createTenantsService>;
  readonly tenants: TenantStore;
  /** The way to Graph for everything that talks to Microsoft. */
  readonly connections: TenantConnections;
  /** Gives up the sign-ins that run. */
  readonly close: () => Promise<void>;
}

/** Everything about tenants, wired: their records, sign-ins, connections and procedures. */
export function createTenants(context: ServiceContext, practiceTenant: LocatePracticeTenant): Tenants {
  const { ports, store, settings } = context;
  const tenants = createTenantStore(store, ports.clock.now);
  const sessions = createTenantSessions(context);
  const connections = createTenantConnections({
    tenants,
    sessions,
    practiceTenant,
    ports,
    onExpired: () => context.publish('tenants.changed'),
  });
  const signIns = createSignIns(context, { tenants, sessions, connections });

  async function setPracticeSpeed(speed: number): Promise<void> {
    store.write(() => writePracticeSpeed(settings, speed));
    const { url, token } = await practiceTenant();
    await ports.fetch(`${url}/practice/clock`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ speed }),
    });
  }

  return {
    handlers: createTenantsService(context, { tenants, sessions, connections, signIns, setPracticeSpeed }),
    tenants,
    connections,
    close: signIns.stopAll,
  };
}
