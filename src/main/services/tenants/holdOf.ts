import type { Reason } from '../../../shared/jobs/reason.ts';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { TenantRecord, TenantStore } from '../../store/tenantStore.ts';

/** Why nothing of a tenant is sent: it is a lane that is not connected yet, or nobody has said yet that its changes may go. */
export function holdOf(tenants: Pick<TenantStore, 'get'>, tenantId: string): Reason | null {
  const tenant = readable(tenants, tenantId);
  // A job of a tenant that has gone, or cannot be read, is begun, and says so.
  if (tenant === null || tenant.kind === 'practice') return null;
  if (!isConnected(tenant)) return { code: 'jobs.notConnected' };
  return tenant.sendsSince === null ? { code: 'jobs.notYetSent' } : null;
}

function readable(tenants: Pick<TenantStore, 'get'>, tenantId: string): TenantRecord | null {
  try {
    return tenants.get(tenantId);
  } catch {
    return null;
  }
}
