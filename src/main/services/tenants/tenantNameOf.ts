import type { TenantStore } from '../../store/tenantStore.ts';

/** How a tenant is called in sentences and on paper, also when it has been removed. */
export const tenantNameOf = (tenants: Pick<TenantStore, 'get'>, tenantId: string): string =>
  tenants.get(tenantId)?.name ?? 'another tenant';
