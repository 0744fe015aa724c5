import { z } from 'zod';
import type { AssignmentAct } from '../../../shared/assignment/assignmentWords.ts';
import { wishedProperty, type WishedProperty } from '../../../shared/assignment/refusedWish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDeviceRow } from '../../graph/resources/autopilotDeviceWire.ts';
import type { StoredJob } from '../../store/jobRow.ts';
import type { NewJob } from '../../store/jobStore.ts';
import { registeredFact } from '../tracking/recordDevice.ts';

/** A wish: the value that a property of a device shall have at Microsoft. An empty value clears the property. */
const wish = z.object({ property: wishedProperty, value: z.string() });
export type Wish = z.infer<typeof wish>;

/** What a job of the kind `change` is to make true. @throws ZodError for a job of another kind */
export const wishOf = (job: StoredJob): Wish => wish.parse(job.payload);

export const CHANGE = 'change';

/** The job that makes a wish true. A newer wish for the same property of the same device replaces it. */
export function changeJob(device: DeviceRecord, wished: Wish, batchId: string): NewJob {
  return {
    kind: CHANGE,
    step: 'send',
    wish: `${CHANGE}:${wished.property}:${device.id}`,
    tenantId: device.tenantId,
    deviceId: device.id,
    batchId,
    act: actOf(wished),
    payload: wished,
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

/** Whether Microsoft's side is as wished. Addresses are compared without regard to case, as Entra does. */
export function isTrue({ property, value }: Wish, seen: AutopilotDeviceRow): boolean {
  switch (property) {
    case 'user':
      return (seen.userPrincipalName ?? '').toLowerCase() === value.toLowerCase();
    case 'groupTag':
      return (seen.groupTag ?? '') === value;
    case 'name':
      return (seen.displayName ?? '').toLowerCase() === value.toLowerCase();
  }
}

/**
 * What a person wants for a newly registered device and the import did not set. The wishes for one property, of all
 * devices of a registration's batch, are a batch of their own.
 */
export function openWishesOf(
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
      : [changeJob(device, { property, value }, `${registrationBatchId}:${property}`)],
  );
}
