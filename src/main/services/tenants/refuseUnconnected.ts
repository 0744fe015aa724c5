import { AppError } from '../../../shared/outcome/appError.ts';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';

/** Refuses what needs Microsoft for a customer whose tenant is not known yet. @throws AppError `blocked` */
export function refuseUnconnected(tenant: Pick<TenantRecord, 'kind' | 'directoryId' | 'name'>): void {
  if (isConnected(tenant)) return;
  throw new AppError('blocked', `${tenant.name} is not connected to Microsoft yet.`, {
    remedy: 'Connect it under Customers, or with “reseal lane connect”; what waits is kept.',
  });
}
