import { randomUUID } from 'node:crypto';
import type { AssignmentHandlers } from '../../../shared/api/contract/assignment.ts';
import { fieldOfProperty, heldOf, isRead } from '../../../shared/assignment/heldValue.ts';
import { isSameValue } from '../../../shared/assignment/sameValue.ts';
import { wishKeyOf, type Wish } from '../../../shared/assignment/wish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { ERASED } from '../../store/eraseTexts.ts';
import type { EnteredValue } from '../../store/enteredValueStore.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';
import { actInTurns, type Act } from '../actInTurns.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { isJobNeeded } from './enterWish.ts';
import { isUnsent } from './isUnsent.ts';
import { changeJob, overOf, wishOf } from './wishes.ts';
import { wishedNow, wishToSend } from './wished.ts';

const takingBack: Act = {
  action: 'assignment.takeBack',
  sentence: (count) => `Took back what was entered for ${count}.`,
};

/** Gives each device of an act its earlier values again, as long as Microsoft has not been told of the new ones. */
export function createTakingBack(context: ServiceContext): Pick<AssignmentHandlers, 'assignment.takeBack'> {
  const { devices, enteredValues, history, jobs, outbox, publish, who } = context;

  /** Belongs in a transaction. */
  function takeBack(entry: EnteredValue, batchId: string): 'takenBack' | 'sent' | 'changed' {
    const device = devices.get(entry.deviceId);
    if (device === null) return 'changed';
    const { field, value } = entry;
    const wish = wishToSend({ field, value: value ?? '' });
    // Who or what was erased does not come back.
    if (entry.earlier === ERASED) return 'changed';
    const isStillWished =
      wish === null
        ? (wishedNow(device, field) ?? '') === (value ?? '')
        : isSameValue(wish.property, wishedNow(device, field), value);
    if (!isStillWished) return 'changed';
    if (wish !== null && !cancelUnsent(device, wish, entry.earlier)) return 'sent';
    const restored = devices.change(device.id, earlierOf(entry));
    history.add({ deviceId: device.id, subject: 'change', sentence: 'The last entry was taken back.', source: who() });
    enteredValues.remove(device.id, field);
    if (wish === null || !entry.wasOnItsWay) return 'takenBack';
    const earlier: Wish = { property: wish.property, value: entry.earlier ?? '' };
    if (isJobNeeded(restored, earlier)) {
      const over = overOf(jobs, restored, wish.property);
      outbox.enqueue(changeJob(restored, { ...earlier, over }, batchId));
    }
    return 'takenBack';
  }

  /** False where Microsoft has the value, or is being told of it. */
  function cancelUnsent(device: DeviceRecord, wish: Wish, earlier: string | null): boolean {
    const job = jobs.unfinishedWith(wishKeyOf(device.id, wish.property));
    if (job !== null) {
      if (!isUnsent(job) || !isSameValue(wish.property, wishOf(job).value, wish.value)) return false;
      return jobs.cancel(job.id, { code: 'jobs.cancelledByHand' });
    }
    if (device.registration === 'submitted' || device.registration === 'pending') return false;
    const isAtMicrosoft =
      isRead(device) && isSameValue(wish.property, heldOf(device, fieldOfProperty[wish.property]), wish.value);
    return !isAtMicrosoft || isSameValue(wish.property, wish.value, earlier);
  }

  return {
    async 'assignment.takeBack'({ actId }) {
      const batchId = randomUUID();
      const entries = Map.groupBy(enteredValues.ofAct(actId), ({ deviceId }) => deviceId);
      const counts = { takenBack: 0, sent: 0, changed: 0 };
      await actInTurns(context, [...entries.keys()], takingBack, (id) => {
        const done = (entries.get(id) ?? []).map((entry) => takeBack(entry, `${batchId}:${entry.field}`));
        const worst = (['sent', 'changed'] as const).find((one) => done.includes(one)) ?? 'takenBack';
        counts[worst] += 1;
        return done.includes('takenBack');
      });
      publish('devices.changed');
      publish('jobs.changed');
      return counts;
    },
  };
}

function earlierOf({ field, earlier, earlierName }: EnteredValue): DeviceChange {
  switch (field) {
    case 'assignedUser':
      return { assignedUser: earlier, assignedUserName: earlierName };
    case 'groupTag':
      return { groupTag: earlier };
    case 'deviceName':
      return { deviceName: earlier };
    case 'purchaseOrder':
      return { purchaseOrderInFile: earlier };
  }
}
