import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { useOffers } from '../../../acts/actsContext.ts';
import type { Offer } from '../../../acts/offer.ts';
import { useWorkspace } from '../../../app/workspace.ts';

/** What can be done to a device, or to its tenant for its sake. */
export function useDeviceOffers(detail: DeviceDetail): readonly Offer[] {
  const { tenants } = useWorkspace();
  const tenant = tenants.find(({ id }) => id === detail.device.tenantId);
  return useOffers(
    { kind: 'device', detail },
    ...(tenant === undefined ? [] : [{ kind: 'tenant', tenant, status: null } as const]),
  );
}
