import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceViewOf } from '../../../shared/devices/deviceViewOf.ts';
import type { QueueRow } from '../../store/deviceList.ts';
import type { ServiceStores } from '../serviceStores.ts';
import { asMicrosoftHolds } from './asMicrosoftHolds.ts';

export interface DeviceViews {
  readonly of: (listed: QueueRow) => DeviceView;
  /** @throws AppError `not-found` */
  readonly get: (id: string) => DeviceView;
}

/** Devices of the queue with what follows from them at this moment, and what Microsoft refused. */
export function createDeviceViews(
  { deviceList: list, devices }: Pick<ServiceStores, 'deviceList' | 'devices'>,
  now: () => Date,
): DeviceViews {
  const of = ({ device, batchName, pendingChanges, failedWishes }: QueueRow): DeviceView => {
    // Few devices have any, and what Microsoft sent is read for those alone.
    const microsoft = failedWishes.length === 0 ? null : (devices.microsoftOf(device.id)?.properties ?? null);
    const { shown, refusedWishes } = asMicrosoftHolds(device, failedWishes, microsoft);
    return { ...deviceViewOf(device, { batchName, pendingChanges, refusedWishes }, now()), ...shown };
  };
  return {
    of,
    get(id) {
      const found = list.get(id);
      if (found === null) throw unknownDevice();
      return of(found);
    },
  };
}

/** `not-found`: the id is of no device, or of one that was taken off the queue. */
export function unknownDevice(): AppError {
  return new AppError('not-found', 'This device is not in the queue.', {
    remedy: 'Search the queue for its serial number.',
  });
}
