import type { AssignmentAct } from '../../../shared/assignment/assignmentWords.ts';
import { fieldOfProperty, heldOf, isRead } from '../../../shared/assignment/heldValue.ts';
import type { WishedProperty } from '../../../shared/assignment/refusedWish.ts';
import { isSameValue } from '../../../shared/assignment/sameValue.ts';
import { CHANGE, wish, wishKeyOf, type Wish } from '../../../shared/assignment/wish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { JobStore, NewJob } from '../../store/jobStore.ts';
import { registeredFact } from '../tracking/recordDevice.ts';

/** What a job of the kind `change` is to make true. @throws ZodError for a job of another kind */
export const wishOf = (job: StoredJob): Wish => wish.parse(job.payload);

/**
 * What Microsoft may hold of a property before a new wish for it is true; see `Wish`. Belongs in the transaction that queues it.
 * Undefined where Microsoft has not told what it holds.
 */
export function overOf(jobs: Earlier, device: DeviceRecord, property: WishedProperty): readonly string[] | undefined {
  return isRead(device) ? withEarlier(jobs, device, property, heldOf(device, fieldOfProperty[property])) : undefined;
}

type Earlier = Pick<JobStore, 'mayAppear'>;

/** What Microsoft holds, and what earlier wishes for the same property may still bring. */
function withEarlier(
  jobs: Earlier,
  { id }: DeviceRecord,
  property: WishedProperty,
  held: string | null,
): readonly string[] {
  const earlier = jobs.mayAppear(id, wishKeyOf(id, property)).map(wishOf);
  return [...new Set([held ?? '', ...earlier.flatMap(({ value, over }) => [value, ...(over ?? [])])])];
}

/** A wish, and what it may replace as `overOf` tells it. */
type WishToSend = Pick<Wish, 'property' | 'value'> & { readonly over?: readonly string[] | undefined };

/** The job that makes a wish true. A newer wish for the same property of the same device replaces it. */
export function changeJob(device: DeviceRecord, { over, ...wished }: WishToSend, batchId: string): NewJob {
  // The same wish twice is one job: its own value is not among what it replaces.
  const others = over?.filter((value) => value !== wished.value).toSorted();
  return {
    kind: CHANGE,
    step: 'send',
    wish: wishKeyOf(device.id, wished.property),
    tenantId: device.tenantId,
    deviceId: device.id,
    batchId,
    act: actOf(wished),
    payload: { ...wished, ...(others === undefined ? {} : { over: others }) },
    ...(device.registration === 'registered'
      ? {}
      : { waitsFor: registeredFact(device.id), reason: { code: 'assignment.untilRegistered' } }),
  };
}

/** No address of a person: what a job is about is shown, printed and kept. */
function actOf({ property, value }: Wish): AssignmentAct {
  switch (property) {
    case 'user':
      return { code: value === '' ? 'assignment.unassignUser' : 'assignment.assignUser' };
    case 'groupTag':
      return { code: value === '' ? 'assignment.clearGroupTag' : 'assignment.setGroupTag' };
    case 'name':
      return { code: value === '' ? 'assignment.clearName' : 'assignment.setName' };
  }
}

/** What a device that was read tells of a property. */
export function seenValue(property: WishedProperty, seen: AutopilotDeviceRow): string | null {
  switch (property) {
    case 'user':
      return seen.userPrincipalName;
    case 'groupTag':
      return seen.groupTag;
    case 'name':
      return seen.displayName;
  }
}

/** Whether Microsoft's side is as wished. */
export const isTrue = ({ property, value }: Wish, seen: AutopilotDeviceRow): boolean =>
  isSameValue(property, value, seenValue(property, seen));

/**
 * What a person wants for a newly registered device and the import did not set. The wishes for one property, of all
 * devices of a registration's batch, are a batch of their own.
 */
export function openWishesOf(
  jobs: Earlier,
  device: DeviceRecord,
  seen: AutopilotDeviceRow,
  registrationBatchId: string,
): readonly NewJob[] {
  const wishes: readonly { readonly property: WishedProperty; readonly value: string | null }[] = [
    { property: 'user', value: device.assignedUser },
    { property: 'groupTag', value: device.groupTag },
    { property: 'name', value: device.deviceName },
  ];
  return wishes.flatMap(({ property, value }) =>
    value === null || value === '' || isTrue({ property, value }, seen)
      ? []
      : [
          changeJob(
            device,
            { property, value, over: withEarlier(jobs, device, property, seenValue(property, seen)) },
            `${registrationBatchId}:${property}`,
          ),
        ],
  );
}
