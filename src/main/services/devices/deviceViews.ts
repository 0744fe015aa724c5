import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceViewOf } from '../../../shared/devices/deviceViewOf.ts';
import type { QueueRow } from '../../store/deviceList.ts';
import { createEspOfDevice } from '../esp/espOfDevice.ts';
import type { ServiceStores } from '../serviceStores.ts';

export interface DeviceViews {
  readonly of: (listed: QueueRow) => DeviceView;
  /** @throws AppError `not-found` */
  readonly get: (id: string) => DeviceView;
}

/** Devices of the queue with what follows from them at this moment, and what is true of their wishes. */
export function createDeviceViews(
  { deviceList: list, esp, memberships }: Pick<ServiceStores, 'deviceList' | 'esp' | 'memberships'>,
  now: () => Date,
): DeviceViews {
  const espOfDevice = createEspOfDevice({ esp, memberships });
  const of = ({ device, batchName, pendingChanges, failedWishes, openWishes }: QueueRow): DeviceView =>
    deviceViewOf(
      device,
      {
        batchName,
        pendingChanges,
        changes: { open: openWishes, failed: failedWishes },
        esp: espOfDevice(device),
        tenantMinutes: esp.minutesOf(device.tenantId),
      },
      now(),
    );
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
