import type { Wish } from '../../../shared/assignment/wish.ts';
import { wishKeyOf } from '../../../shared/assignment/wish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { isUnsent } from './isUnsent.ts';
import { changeJob, overOf } from './wishes.ts';
import { wishedNow, wishToSend, type Wished } from './wished.ts';

type Entering = Pick<ServiceContext, 'devices' | 'enteredValues' | 'history' | 'jobs' | 'outbox' | 'who'>;

/** The act that an entry belongs to, and the batch under which its jobs are shown. */
interface OfAct {
  readonly actId: string;
  readonly batchId: string;
}

/**
 * Makes one wish of a person true here at once, puts it on its way to Microsoft where that is needed, and keeps what stood before,
 * so that the act can be taken back. Belongs in a transaction.
 */
export function enterWish(
  { devices, enteredValues, history, jobs, outbox, who }: Entering,
  device: DeviceRecord,
  wished: Wished,
  { actId, batchId }: OfAct,
): void {
  const { field, value } = wished;
  const wish = wishToSend(wished);
  const earlierJob = wish === null ? null : jobs.unfinishedWith(wishKeyOf(device.id, wish.property));
  const over = wish === null ? undefined : overOf(jobs, device, wish.property);
  enteredValues.put({
    deviceId: device.id,
    field,
    actId,
    value: value === '' ? null : value,
    earlier: wishedNow(device, field),
    earlierName: field === 'assignedUser' ? device.assignedUserName : null,
    wasOnItsWay: earlierJob !== null && isUnsent(earlierJob),
    who: who(),
  });
  devices.change(device.id, wished.change);
  history.add({ deviceId: device.id, subject: 'change', sentence: wished.sentence, source: who() });
  if (wish !== null && isJobNeeded(device, wish)) outbox.enqueue(changeJob(device, { ...wish, over }, batchId));
}

/**
 * Until the registration is sent, user and group tag go along with it, and the name follows it. Only a device that
 * Microsoft has, or is about to have, needs a change of its own.
 */
export function isJobNeeded({ registration }: Pick<DeviceRecord, 'registration'>, wish: Wish): boolean {
  switch (registration) {
    case 'registered':
    case 'submitted':
    case 'pending':
      return true;
    case 'queued':
      // A batch may be on its way with the old value; the new value is compared once the device appears.
      return wish.value === '';
    case 'none':
    case 'failed':
    case 'removing':
    case 'removed':
      return false;
  }
}
