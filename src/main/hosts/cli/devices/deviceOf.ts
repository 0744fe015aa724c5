import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** The one device with this serial number: of the named tenant, else of any. */
export async function deviceOf(run: Run, serialNumber: string): Promise<DeviceView> {
  const tenantId = run.options.tenant === undefined ? null : (await tenantOf(run)).id;
  const { devices } = await run.call('devices.find', tenantId === null ? { serialNumber } : { serialNumber, tenantId });
  const [device, ...others] = devices;
  if (device === undefined) {
    throw usageError(`No device “${serialNumber}” is in the queue. See “reseal list”, or import its file first.`);
  }
  if (others.length > 0) {
    throw usageError(`Several devices “${serialNumber}” are in the queue. Name the tenant with --tenant.`);
  }
  return device;
}
