import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { espOf, unreadEsp, type DeviceEsp } from '../../../shared/esp/deviceEsp.ts';
import type { ServiceStores } from '../serviceStores.ts';

/** What is known of the status page of a device, by what was read last of its tenant and of itself. */
export function createEspOfDevice({ esp, memberships }: Pick<ServiceStores, 'esp' | 'memberships'>) {
  return ({ id, tenantId }: Pick<DeviceRecord, 'id' | 'tenantId'>): DeviceEsp => {
    const reading = esp.get(tenantId);
    if (reading === null) return unreadEsp;
    const groupIds = memberships.ofDevice(id)?.groups.map((group) => group.id) ?? null;
    return espOf(reading.rows, groupIds, reading.isWhole);
  };
}
