import { freshBench } from '../../../shared/bench/benchState.ts';
import { copiedFields, type DeviceRecord } from '../../../shared/devices/device.ts';
import { noIntuneRecord } from '../../../shared/tracking/noIntuneRecord.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import type { ServiceContext } from '../serviceContext.ts';

/** The fields of a device that Microsoft does not know. */
export const nothingAtMicrosoft = {
  ztdId: null,
  registeredSerialNumber: null,
  ...Object.fromEntries(copiedFields.map((field) => [field, null])),
  profile: 'unknown',
  profileDetail: null,
  profileName: null,
  profileAssignedAt: null,
  profileAllowsPreProvisioning: null,
  profileUsage: null,
  profileJoin: null,
  enrollment: 'unknown',
  enrollmentDetail: null,
  remediation: 'none',
  remediationDetail: null,
  remediationAt: null,
  lastContactAt: null,
  deletedManagedDeviceId: null,
  ...noIntuneRecord,
  intuneReadAt: null,
} as const satisfies DeviceChange;

/**
 * A device that was deregistered begins anew when it is registered again: what Microsoft said of the old registration, and
 * the technician flow under it, count no more. For use within a write transaction.
 */
export function beginAnew({ devices, history, who }: ServiceContext, device: DeviceRecord): DeviceRecord {
  if (device.registration !== 'removed') return device;
  if (device.bench !== 'notStarted') {
    history.add({
      deviceId: device.id,
      subject: 'bench',
      sentence: 'It is registered anew: the technician flow under the old registration counts no more.',
      source: who(),
      from: device.bench,
      to: freshBench.bench,
    });
  }
  return devices.change(device.id, { ...nothingAtMicrosoft, ...freshBench });
}
