import { AppError } from '../../../shared/outcome/appError.ts';
import { clouds } from '../../graph/signIn/clouds.ts';
import type { SignInTarget } from '../../graph/signIn/session.ts';
import type { TenantRecord } from '../../store/tenantStore.ts';
import { refuseUnconnected } from './refuseUnconnected.ts';

/** Where a tenant's Graph is, without a trailing slash. */
export function graphRootOf(tenant: TenantRecord): string {
  return (tenant.graphRoot ?? clouds[tenant.cloud].graphRoot).replace(/\/$/, '');
}

/** Where and as what a tenant is signed in to. @throws AppError `blocked` for one that is not connected to Microsoft */
export function signInTargetOf(tenant: TenantRecord): SignInTarget {
  refuseUnconnected(tenant);
  if (tenant.directoryId === null || tenant.clientId === null) {
    throw new AppError('unsupported', `${tenant.name} needs no sign-in.`);
  }
  const cloud = clouds[tenant.cloud];
  const host = new URL(tenant.authority ?? cloud.authorityHost);
  return {
    authority: `https://${host.host}/${encodeURIComponent(tenant.directoryId)}`,
    clientId: tenant.clientId,
    scopeRoot: cloud.graphRoot,
    loopbackHost: tenant.authority === null ? null : host.host,
    cacheName: `tokens-${tenant.id}`,
  };
}
