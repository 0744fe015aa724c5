import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { espOf, unreadEsp, type DeviceEsp } from '../../../shared/esp/deviceEsp.ts';
import type { StatusPage } from '../../../shared/esp/statusPage.ts';
import type { TenantReading } from '../../store/tenantReadings.ts';
import type { ServiceStores } from '../serviceStores.ts';

/** What is known of the status page of a device, by what was read last of its tenant and of itself. */
export function createEspOfDevice({ esp, memberships }: Pick<ServiceStores, 'esp' | 'memberships'>) {
  return ({ id, tenantId }: Pick<DeviceRecord, 'id' | 'tenantId'>): DeviceEsp =>
    espByReading(esp.get(tenantId), memberships.ofDevice(id)?.groups.map((group) => group.id) ?? null);
}

/** What a reading of the pages says of a device in these groups. @param reading null where nobody has read the pages */
export function espByReading(reading: TenantReading<StatusPage> | null, groupIds: readonly string[] | null): DeviceEsp {
  return reading === null ? unreadEsp : espOf(reading.rows, groupIds, reading.isWhole);
}
