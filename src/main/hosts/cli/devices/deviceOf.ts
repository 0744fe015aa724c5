import { whichOneSentence } from '../../../../shared/devices/deviceChoice.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import type { TenantView } from '../../../../shared/tenants/tenant.ts';
import { usageError } from '../program/commandError.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

/** The one device that is called so, by its serial number or what is given in its place: of the named tenant, else of any. */
export async function deviceOf(run: Run, name: string): Promise<DeviceView> {
  const tenant = run.options.tenant === undefined ? null : await tenantOf(run);
  return oneDevice(run, name, tenant);
}

/** The one device of exactly this tenant; what is destroyed is never looked for in others. */
export async function deviceIn(run: Run, tenant: TenantView, name: string): Promise<DeviceView> {
  return oneDevice(run, name, tenant);
}

async function oneDevice(run: Run, name: string, tenant: TenantView | null): Promise<DeviceView> {
  const where = tenant === null ? {} : { tenantId: tenant.id };
  const { devices } = await run.call('devices.find', { serialNumber: name, ...where });
  const [device, ...others] = devices;
  if (device === undefined) {
    throw usageError(
      tenant === null
        ? `No device “${name}” is in the queue. See “reseal list”, or import its file first.`
        : `No device “${name}” is in the queue of ${tenant.name}. See “reseal list”, or name another tenant with --tenant.`,
    );
  }
  if (others.length === 0) return device;
  const { tenants } = await run.call('tenants.list', {});
  const choices = devices.map((choice) => ({
    device: choice,
    tenantName: tenants.find(({ id }) => id === choice.tenantId)?.name ?? 'another tenant',
  }));
  throw usageError(
    `${whichOneSentence(name, choices)} Give the id of the one that is meant in place of the serial number.`,
  );
}
