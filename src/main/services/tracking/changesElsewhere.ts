import type { HeldField } from '../../../shared/assignment/heldValue.ts';
import { isSameValue } from '../../../shared/assignment/sameValue.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import type { AutopilotDevice } from '../../graph/resources/autopilotDeviceWire.ts';
import type { NewDeviceEvent } from '../../store/deviceEventStore.ts';

/** What Microsoft held before, or holds now. */
export interface HeldByMicrosoft {
  readonly groupTag: string | null;
  readonly assignedUser: string | null;
  readonly deviceName: string | null;
  readonly purchaseOrder: string | null;
}

export interface ChangeElsewhere {
  readonly field: HeldField;
  readonly event: Omit<NewDeviceEvent, 'deviceId'>;
}

type Wishes = Pick<DeviceRecord, 'groupTag' | 'assignedUser' | 'deviceName' | 'purchaseOrderInFile'>;

/** What a device that was read by itself tells of them. */
export const heldBy = (seen: AutopilotDevice): HeldByMicrosoft => ({
  groupTag: seen.groupTag,
  assignedUser: seen.userPrincipalName,
  deviceName: seen.displayName,
  purchaseOrder: seen.purchaseOrder,
});

/**
 * What others changed in Intune since the device was last read by itself. A value that this queue wants, or sent before it wanted
 * another, is its own, and its job reports it. Addresses of people are left out: a history is printed and kept.
 * @param before what Microsoft held then, or null where it was never read
 * @param wasSentFromHere whether a value may come from a change of this queue
 */
export function changesElsewhere(
  wishes: Wishes,
  before: HeldByMicrosoft | null,
  now: HeldByMicrosoft,
  wasSentFromHere: (field: HeldField, value: string | null) => boolean,
): readonly ChangeElsewhere[] {
  if (before === null) return firstTold(wishes, now, wasSentFromHere);
  const isChanged = (field: HeldField): boolean =>
    !isSameField(field, before[field], now[field]) &&
    !isSameField(field, wishOf(wishes, field), now[field]) &&
    !wasSentFromHere(field, now[field]);
  const changed = fields.filter(isChanged);
  return changed.map((field) => ({
    field,
    event: {
      subject: 'change',
      sentence: changeSentence(field, now[field]),
      source: 'Microsoft',
      ...(field === 'assignedUser' ? { from: null, to: null } : { from: before[field], to: now[field] }),
    },
  }));
}

const fields = ['groupTag', 'assignedUser', 'deviceName', 'purchaseOrder'] as const;

/** What Microsoft holds otherwise than is wished at the first reading: whoever set it, it is about to be overruled or shown. */
function firstTold(
  wishes: Wishes,
  now: HeldByMicrosoft,
  wasSentFromHere: (field: HeldField, value: string | null) => boolean,
): readonly ChangeElsewhere[] {
  const told = (['groupTag', 'assignedUser', 'deviceName'] as const).filter((field) => {
    const wish = wishOf(wishes, field);
    return (
      wish !== null &&
      now[field] !== null &&
      !isSameField(field, wish, now[field]) &&
      !wasSentFromHere(field, now[field])
    );
  });
  return told.map((field) => ({
    field,
    event: {
      subject: 'change',
      sentence:
        field === 'assignedUser'
          ? 'Microsoft holds another user than is wished here.'
          : `Microsoft holds the ${field === 'groupTag' ? 'group tag' : 'name'} ${quoted(now[field])}; ${quoted(wishOf(wishes, field))} is wished here.`,
      source: 'Microsoft',
    },
  }));
}

/** Whether Microsoft holds the same in both cases. */
export function isSameField(field: HeldField, one: string | null, other: string | null): boolean {
  switch (field) {
    case 'assignedUser':
      return isSameValue('user', one, other);
    case 'deviceName':
      return isSameValue('name', one, other);
    case 'groupTag':
    case 'purchaseOrder':
      return (one ?? '') === (other ?? '');
  }
}

const wishOf = (wishes: Wishes, field: HeldField): string | null =>
  field === 'purchaseOrder' ? wishes.purchaseOrderInFile : wishes[field];

function changeSentence(field: HeldField, value: string | null): string {
  switch (field) {
    case 'groupTag':
      return `Somebody changed the group tag in Intune to ${quoted(value)}.`;
    case 'assignedUser':
      return value === null ? 'Somebody unassigned the user in Intune.' : 'Somebody assigned another user in Intune.';
    case 'deviceName':
      return `Somebody changed the device’s name in Intune to ${quoted(value)}.`;
    case 'purchaseOrder':
      return `Microsoft changed the purchase order to ${quoted(value)}.`;
  }
}

const quoted = (value: string | null): string => (value === null ? 'none' : `“${value}”`);
