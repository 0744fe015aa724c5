import type { DeviceRecord } from '../devices/device.ts';

/** What Intune tells of a device of which it has no record. */
export const noIntuneRecord = {
  intuneEnrolledAt: null,
  intuneContactAt: null,
  intuneContactTold: null,
  intuneHasUser: null,
} as const satisfies Partial<DeviceRecord>;
