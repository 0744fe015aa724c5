import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { userFlowWindowOf } from '../../../shared/bench/userFlowWindow.ts';
import { nextStepOf } from '../../../shared/devices/nextStepOf.ts';
import type { QueueRow } from '../../store/deviceList.ts';
import type { ServiceStores } from '../serviceStores.ts';
import { asMicrosoftHolds } from './asMicrosoftHolds.ts';

export interface DeviceViews {
  readonly of: (listed: QueueRow) => DeviceView;
  /** @throws AppError `not-found` */
  readonly get: (id: string) => DeviceView;
}

/** A device with what follows from it at this moment: the next step, the user flow's window, and what Microsoft refused. */
export function createDeviceViews(
  { deviceList: list, devices }: Pick<ServiceStores, 'deviceList' | 'devices'>,
  now: () => Date,
): DeviceViews {
  const of = ({ device, batchName, pendingChanges, failedWishes }: QueueRow): DeviceView => {
    const at = now();
    const due = userFlowWindowOf(device, at);
    // Few devices have any, and what Microsoft sent is read for those alone.
    const microsoft = failedWishes.length === 0 ? null : (devices.microsoftOf(device.id)?.properties ?? null);
    const { shown, refusedWishes } = asMicrosoftHolds(device, failedWishes, microsoft);
    const nextStep = nextStepOf(device, due, at);
    return { ...device, ...shown, due, nextStep, batchName, pendingChanges, refusedWishes };
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
