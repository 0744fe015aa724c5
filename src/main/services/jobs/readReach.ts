import { worstReach, type Reach } from '../../../shared/jobs/reach.ts';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** Whether a tenant, or any of all, can be reached: by what was asked of it last, from this process or another. */
export async function readReach(
  { connections, jobList, tenants, tracking }: Pick<ServiceContext, 'connections' | 'jobList' | 'tenants' | 'tracking'>,
  tenantId: string | undefined,
): Promise<Reach> {
  async function reachOf(id: string): Promise<Reach> {
    const tenant = tenants.get(id);
    if (tenant !== null && !isConnected(tenant)) return 'notConnected';
    if ((jobList.offlineSince(id) ?? tracking.offlineSince(id)) !== null) return 'unreached';
    if (connections.isExpired(id)) return 'signedOut';
    // Another process may be signed in where this one is not.
    if (connections.hasAnswered(id) || tracking.wasReadLately(id)) return 'reached';
    return (await connections.canReach(id)) ? 'untried' : 'signedOut';
  }
  const ids = tenantId === undefined ? tenants.all().map(({ id }) => id) : [tenantId];
  return worstReach(await Promise.all(ids.map(reachOf)));
}
