import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceViewOf } from '../../../shared/devices/deviceViewOf.ts';
import type { DeviceList, QueueRow } from '../../store/deviceList.ts';

export interface DeviceViews {
  readonly of: (listed: QueueRow) => DeviceView;
  /** @throws AppError `not-found` */
  readonly get: (id: string) => DeviceView;
}

/** Devices of the queue with what follows from them at this moment. */
export function createDeviceViews(list: DeviceList, now: () => Date): DeviceViews {
  const of = ({ device, ...beside }: QueueRow): DeviceView => deviceViewOf(device, beside, now());
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
