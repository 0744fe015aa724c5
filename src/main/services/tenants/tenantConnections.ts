import type { GraphClient } from '../../graph/graphClient.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';

/** A way to one tenant's Graph, and its sense of time. */
export interface TenantConnection {
  readonly client: GraphClient;
  readonly tenant: TenantRecord;
  /** Real milliseconds to wait for so much of the tenant's time: less where a practice tenant's clock runs faster. */
  readonly pace: (milliseconds: number) => number;
}

export interface TenantConnections {
  /**
   * The connection of a tenant, made when first asked for. Signing in is not part of it: where nobody is signed in, the
   * first call fails with a GraphError of kind `unauthorized`.
   * @throws AppError `not-found` when there is no such tenant
   */
  readonly connectionTo: (tenantId: string) => Promise<TenantConnection>;
  /** Forgets the connection, so that the next one uses the tenant's new sign-in. */
  readonly reset: (tenantId: string) => void;
}
