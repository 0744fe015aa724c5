import { AppError } from '../../../shared/outcome/appError.ts';
import { isConnected } from '../../../shared/tenants/connected.ts';
import { GraphError } from '../../graph/graphError.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';

const REMEDY = 'Connect it under Customers, or with “reseal lane connect”; what waits is kept.';
const sentence = (name: string): string => `${name} is not connected to Microsoft yet.`;

/** Refuses what needs Microsoft for a customer whose tenant is not known yet. @throws AppError `blocked` */
export function refuseUnconnected(tenant: Pick<TenantRecord, 'kind' | 'directoryId' | 'name'>): void {
  if (!isConnected(tenant)) throw new AppError('blocked', sentence(tenant.name), { remedy: REMEDY });
}

/** Why a call to the Graph of such a customer fails: as where nobody is signed in, so that whatever can do without goes on. */
export const unconnected = ({ name }: Pick<TenantRecord, 'name'>): GraphError =>
  new GraphError(`${sentence(name)} ${REMEDY}`, { kind: 'unauthorized', code: 'notConnected' });
