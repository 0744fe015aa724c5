import { heldField, isDifferent, type HeldField } from '../../../../shared/assignment/heldValue.ts';
import type { DeviceView } from '../../../../shared/devices/deviceView.ts';
import { deviceOf } from '../devices/deviceOf.ts';
import type { Run } from '../program/runCommand.ts';
import { tenantIfAny } from '../tenants/tenantOf.ts';

const DEVICES_AT_ONCE = 5_000;

/** Which devices, and which of their properties. */
export interface DifferingChoice {
  /** None stands for all that differ. */
  readonly serials: readonly string[];
  readonly fields: readonly HeldField[];
}

/** The devices that are named, or all of the tenant, of which a property differs from what Microsoft holds. */
export async function differingDevices(run: Run, { serials, fields }: DifferingChoice): Promise<readonly DeviceView[]> {
  const devices: DeviceView[] = [];
  if (serials.length === 0) {
    const tenant = await tenantIfAny(run);
    for (;;) {
      const page = await run.call('devices.list', {
        ...(tenant === null ? {} : { tenantId: tenant.id }),
        differsFromMicrosoft: true,
        sort: 'serialNumber',
        descending: false,
        offset: devices.length,
        limit: DEVICES_AT_ONCE,
      });
      devices.push(...page.devices);
      if (page.devices.length === 0 || devices.length >= page.matching) break;
    }
  } else for (const serial of serials) devices.push(await deviceOf(run, serial));
  return devices.filter((device) => differingFields(device, fields).length > 0);
}

/** The properties of a device that a person has to settle. */
export const differingFields = ({ properties }: DeviceView, fields: readonly HeldField[]): readonly HeldField[] =>
  heldField.options.filter((field) => fields.includes(field) && isDifferent(properties[field]));
