import { noIntuneRecord } from '../../../shared/tracking/noIntuneRecord.ts';
import type { ServiceContext } from '../serviceContext.ts';

/**
 * Writes down that Intune has no record of this id any more: the device may enroll anew, whatever Autopilot goes on saying
 * of it for a while. Belongs in a transaction.
 */
export function recordIsGone(
  { devices, history, ports }: Pick<ServiceContext, 'devices' | 'history' | 'ports'>,
  deviceId: string,
  managedDeviceId: string,
): void {
  const device = devices.get(deviceId);
  // By now it may have enrolled anew, and so have another.
  if (device === null || (device.managedDeviceId ?? managedDeviceId) !== managedDeviceId) return;
  const at = ports.clock.now().toISOString();
  devices.change(deviceId, {
    ...noIntuneRecord,
    intuneReadAt: at,
    managedDeviceId: null,
    deletedManagedDeviceId: managedDeviceId,
    enrollment: 'notEnrolled',
    enrollmentDetail: null,
    enrollmentAt: at,
  });
  history.add({
    deviceId,
    subject: 'enrollment',
    sentence: 'Intune holds no record of the device any more: it may enroll anew.',
    source: 'Microsoft',
    from: device.enrollment,
    to: 'notEnrolled',
  });
}
