import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { isEmptyTarget } from '../../../shared/removal/bulkRemovalPlan.ts';
import type { RemovalTarget } from '../../../shared/removal/removalPlan.ts';
import { nothingAtMicrosoft } from '../registration/beginAnew.ts';
import type { ServiceContext } from '../serviceContext.ts';

/**
 * Every plan reads the records that a deregistration elsewhere has left. Once none is left, the next step stops asking for
 * their removal.
 */
export function forgetWhatIsGone(
  { devices, publish }: Pick<ServiceContext, 'devices' | 'publish'>,
  { id, registration }: DeviceRecord,
  target: RemovalTarget,
): void {
  if (registration !== 'removed' || !isEmptyTarget(target)) return;
  devices.change(id, nothingAtMicrosoft);
  publish('devices.changed');
}
