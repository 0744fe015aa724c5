import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { adopt } from '../deviceActs.tsx';

/** Opens what the tenant has and the queue has not. */
export function AdoptButton({ tenant }: { readonly tenant: TenantView }) {
  return <ActButton offer={useOffer(adopt, { kind: 'tenant', tenant, status: null })} />;
}
