import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { useOffer } from '../../acts/actsContext.ts';
import { refreshTenantAct } from './trackingActs.tsx';

/** Reads a whole tenant anew. */
export function RefreshTenantButton({ tenant }: { readonly tenant: TenantView }) {
  return <ActButton offer={useOffer(refreshTenantAct, { kind: 'tenant', tenant, status: null })} />;
}
