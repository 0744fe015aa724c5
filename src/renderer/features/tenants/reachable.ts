import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { laneText, tenantText } from '../../text/tenants.ts';

/** True where Reseal may ask Microsoft about the tenant: somebody is signed in, or nobody needs to be. Else why not. */
export function reachable({ kind, signIn }: TenantView): true | string {
  if (kind === 'practice') return true;
  if (signIn.state === 'notConnected') return laneText.notConnected;
  return signIn.state === 'signedIn' || signIn.by === 'certificate' || tenantText.isSignedOut;
}
