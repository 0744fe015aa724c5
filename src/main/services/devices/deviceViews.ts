import { AppError } from '../../../shared/outcome/appError.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { userFlowWindowOf } from '../../../shared/bench/userFlowWindow.ts';
import { nextStepOf } from '../../../shared/devices/nextStepOf.ts';
import type { DeviceList, QueueRow } from '../../store/deviceList.ts';

export interface DeviceViews {
  readonly of: (listed: QueueRow) => DeviceView;
  /** @throws AppError `not-found` */
  readonly get: (id: string) => DeviceView;
}

/** A device with what follows from it at this moment: the next step and the user flow's window. */
export function createDeviceViews(list: DeviceList, now: () => Date): DeviceViews {
  const of = ({ device, batchName, pendingChanges }: QueueRow): DeviceView => {
    const at = now();
    const due = userFlowWindowOf(device, at);
    return { ...device, due, nextStep: nextStepOf(device, due, at), batchName, pendingChanges };
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
