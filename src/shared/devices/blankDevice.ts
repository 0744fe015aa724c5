import { deviceFields, deviceRecord } from './device.ts';
import type { DeviceField } from './deviceField.ts';

const fields: readonly (readonly [name: string, DeviceField])[] = Object.entries(deviceFields);

/** A device of which nobody has said anything yet. The columns of the store have the same defaults. */
export const blankDevice = deviceRecord
  .omit({
    id: true,
    tenantId: true,
    serialNumber: true,
    createdAt: true,
    updatedAt: true,
    hasHardwareHash: true,
    hasDeviceLink: true,
    tagRule: true,
    tenantDefault: true,
  })
  .parse(Object.fromEntries(fields.map(([name, { blank }]) => [name, blank])));
