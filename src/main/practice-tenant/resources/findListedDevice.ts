import { PracticeError } from '../protocol/graphMessages.ts';
import type { PracticeDeviceRow } from '../state/rows.ts';
import type { Tenant } from '../tenant.ts';

/** The device of a ZTDID, or 404: also for one that was imported but is not listed yet. */
export function findListedDevice(tenant: Tenant, id: string): PracticeDeviceRow {
  const device = tenant.state.devices.find(id.toLowerCase());
  if (device?.isListed !== 1) throw new PracticeError(404, 'ResourceNotFound', 'Device not found');
  return device;
}
