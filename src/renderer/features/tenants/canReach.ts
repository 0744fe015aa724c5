import type { TenantView } from '../../../shared/tenants/tenant.ts';

/** Whether Reseal may ask Microsoft about the tenant: somebody is signed in, or nobody needs to be. */
export function canReach({ kind, signIn }: TenantView): boolean {
  return kind === 'practice' || signIn.state === 'signedIn' || signIn.by === 'certificate';
}
