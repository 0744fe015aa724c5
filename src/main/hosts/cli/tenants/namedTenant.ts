import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from './tenantOf.ts';

/** The tenant of that name or ID. */
export function namedTenant(run: Run, name: string): Promise<TenantView> {
  return tenantOf({ ...run, options: { ...run.options, tenant: name } });
}
