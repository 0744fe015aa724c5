import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { addDevice } from '../deviceActs.tsx';

/** Opens the fields for a device without a file. */
export function AddDeviceButton({ tenant }: { readonly tenant: TenantView }) {
  return <ActButton offer={useOffer(addDevice, { kind: 'tenant', tenant, status: null })} />;
}
