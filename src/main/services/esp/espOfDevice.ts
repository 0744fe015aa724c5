import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { espOf, unreadEsp, type DeviceEsp } from '../../../shared/esp/deviceEsp.ts';
import type { ServiceStores } from '../serviceStores.ts';

/** What is known of the status page of a device, by what was read last of its tenant and of itself. */
export function createEspOfDevice({ esp }: Pick<ServiceStores, 'esp'>) {
  return ({ tenantId, membership }: Pick<DeviceRecord, 'tenantId' | 'membership'>): DeviceEsp => {
    const reading = esp.get(tenantId);
    if (reading === null) return unreadEsp;
    return espOf(reading.rows, membership?.groups.map(({ id }) => id) ?? null, reading.isWhole);
  };
}
