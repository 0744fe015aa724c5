import { isConnected } from '../../../shared/tenants/connected.ts';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { GraphAnswer, GraphCall } from '../../graph/graphCall.ts';
import { createGraphClient, type AccessToken, type GraphClient } from '../../graph/graphClient.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { Ports } from '../../ports.ts';
import type { TenantRecord, TenantStore } from '../../store/tenantStore.ts';
import { unconnected } from './refuseUnconnected.ts';
import { graphRootOf } from './signInTarget.ts';
import { tenantFailure } from './tenantFailure.ts';
import type { TenantSessions } from './tenantSessions.ts';

/** A way to one tenant's Graph, and its sense of time. */
export interface TenantConnection {
  readonly client: GraphClient;
  readonly tenant: TenantRecord;
  /**
   * Converts milliseconds of the tenant's clock to real milliseconds; fewer where a practice tenant's clock runs
   * faster.
   */
  readonly pace: (milliseconds: number) => number;
}

export interface TenantConnections {
  /**
   * The connection of a tenant, made when first asked for. Signing in is not part of it: where nobody is signed in, or the tenant is not known yet, the
   * first call fails with a GraphError of kind `unauthorized`.
   * @throws AppError `not-found` when there is no such tenant
   */
  readonly connectionTo: (tenantId: string) => Promise<TenantConnection>;
  /** Forgets the connection, so that the next one uses the tenant's new sign-in. */
  readonly reset: (tenantId: string) => void;
  /** Whether this process has what it takes to speak to the tenant: a sign-in, a certificate, or a practice tenant. */
  readonly canReach: (tenantId: string) => Promise<boolean>;
  /** Whether the last call to the tenant from this process was answered. */
  readonly hasAnswered: (tenantId: string) => boolean;
  /** Whether Microsoft last refused the tenant's sign-in. */
  readonly isExpired: (tenantId: string) => boolean;
}

/** Where the practice tenant answers; starts it where it does not run yet. */
export type LocatePracticeTenant = () => Promise<{
  readonly url: string;
  readonly token: string;
  readonly speed: number;
}>;

interface TenantConnectionsOptions {
  readonly tenants: TenantStore;
  readonly sessions: TenantSessions;
  readonly practiceTenant: LocatePracticeTenant;
  readonly ports: Ports;
  /** How a tenant stands has changed: it answers, or does not any more, or refuses the sign-in. */
  readonly changed: () => void;
  /** A tenant that could not be reached was reached again. */
  readonly reachedAgain: (tenantId: string) => void;
}

/** Keeps one Graph client per tenant. */
export function createTenantConnections(options: TenantConnectionsOptions): TenantConnections {
  const { tenants, sessions, ports } = options;
  const clients = new Map<string, Promise<GraphClient>>();
  const expired = new Set<string>();
  const answered = new Set<string>();
  const offline = new Set<string>();

  async function connect(tenant: TenantRecord): Promise<GraphClient> {
    const { fetch, clock, log } = ports;
    return createGraphClient({ ...(await wayTo(tenant)), fetch, clock, log, random: Math.random });
  }

  async function wayTo(
    tenant: TenantRecord,
  ): Promise<{ readonly rootUrl: string; readonly accessToken: AccessToken; readonly speed: number }> {
    if (tenant.kind === 'practice') {
      const { url, token, speed } = await options.practiceTenant();
      return { rootUrl: url, accessToken: () => Promise.resolve(token), speed };
    }
    if (!isConnected(tenant)) {
      return { rootUrl: graphRootOf(tenant), accessToken: () => Promise.reject(unconnected(tenant)), speed: 1 };
    }
    return { rootUrl: graphRootOf(tenant), accessToken: sessions.of(tenant).session.accessToken, speed: 1 };
  }

  /** The client, with an eye on what its failures say about the tenant as a whole. */
  function watched(tenant: TenantRecord, client: GraphClient): GraphClient {
    return {
      ...client,
      explain: (error, call) => tenantFailure(error, call, tenant),
      async send(call, signal) {
        try {
          const answer = await client.send(call, signal);
          expired.delete(tenant.id);
          if (offline.delete(tenant.id)) options.reachedAgain(tenant.id);
          if (!answered.has(tenant.id)) {
            answered.add(tenant.id);
            options.changed();
          }
          return answer;
        } catch (error) {
          if (!(error instanceof GraphError)) throw error;
          if (error.kind === 'offline') offline.add(tenant.id);
          if (answered.delete(tenant.id)) options.changed();
          if (tenant.kind === 'practice' && error.kind === 'offline') return sendElsewhere(tenant, call, signal);
          if (tenant.kind === 'entra' && error.kind === 'unauthorized' && !expired.has(tenant.id)) {
            expired.add(tenant.id);
            options.changed();
          }
          throw tenantFailure(error, call, tenant);
        }
      },
    };
  }

  /** The process that ran the practice tenant is gone, and the call never left: whoever runs it now gets it. */
  async function sendElsewhere(tenant: TenantRecord, call: GraphCall, signal: AbortSignal): Promise<GraphAnswer> {
    const client = connect(tenant);
    clients.set(tenant.id, client);
    return (await client).send(call, signal);
  }

  return {
    async connectionTo(tenantId) {
      const tenant = tenants.get(tenantId);
      if (tenant === null) throw new AppError('not-found', 'There is no such tenant; it may have been removed.');
      const pending = clients.get(tenantId) ?? connect(tenant);
      clients.set(tenantId, pending);
      try {
        const client = await pending;
        return { client: watched(tenant, client), tenant, pace: client.pace };
      } catch (error) {
        clients.delete(tenantId);
        throw error;
      }
    },
    reset(tenantId) {
      clients.delete(tenantId);
      expired.delete(tenantId);
      answered.delete(tenantId);
    },
    async canReach(tenantId) {
      try {
        const tenant = tenants.get(tenantId);
        // A job of a tenant that has gone is begun, and says so.
        if (tenant === null || tenant.kind === 'practice') return true;
        if (!isConnected(tenant)) return false;
        return (await sessions.of(tenant).session.account()) !== null;
      } catch {
        // The job is begun, and says what is wrong.
        return true;
      }
    },
    hasAnswered: (tenantId) => answered.has(tenantId),
    isExpired: (tenantId) => expired.has(tenantId),
  };
}
