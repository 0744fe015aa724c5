import type { HeldField } from '../../../shared/assignment/heldValue.ts';
import { propertyOfField, sentField } from '../../../shared/assignment/heldValue.ts';
import type { AssignmentRefusal } from '../../../shared/assignment/assignmentWords.ts';
import type { Wish } from '../../../shared/assignment/wish.ts';
import type { DeviceRecord } from '../../../shared/devices/device.ts';
import { scenarioObjectOf } from '../../../shared/scenarios/scenarios.ts';
import type { DeviceChange } from '../../store/deviceStore.ts';

/** What a person wants of one property of a device: at Microsoft's, here, and as a line of its history. */
export interface Wished {
  readonly field: HeldField;
  /** Empty where the property is cleared. */
  readonly value: string;
  readonly change: DeviceChange;
  readonly sentence: string;
}

/** A user for a device; refused where Windows ignores one and nobody insists. */
export function wishedUser(
  device: DeviceRecord,
  { userPrincipalName, displayName, insists }: User,
): Wished | AssignmentRefusal {
  const { ignoresUser } = scenarioObjectOf(device);
  if (ignoresUser && !insists) return { code: 'assignment.userIgnored' };
  return {
    field: 'assignedUser',
    value: userPrincipalName,
    change: { assignedUser: userPrincipalName, assignedUserName: displayName },
    sentence: ignoresUser ? 'A user was chosen, though Windows ignores that here.' : 'A user was chosen.',
  };
}

interface User {
  readonly userPrincipalName: string;
  readonly displayName: string | null;
  readonly insists: boolean;
}

export const noUser: Wished = {
  field: 'assignedUser',
  value: '',
  change: { assignedUser: null, assignedUserName: null },
  sentence: 'The user was taken away.',
};

export const wishedGroupTag = (groupTag: string): Wished => ({
  field: 'groupTag',
  value: groupTag,
  change: { groupTag: groupTag === '' ? null : groupTag },
  sentence: groupTag === '' ? 'The group tag was cleared.' : `The group tag was set to ${groupTag}.`,
});

export const wishedName = (deviceName: string): Wished => ({
  field: 'deviceName',
  value: deviceName,
  change: { deviceName: deviceName === '' ? null : deviceName },
  sentence: deviceName === '' ? 'The name was cleared.' : `The name was set to ${deviceName}.`,
});

/** Kept here: Microsoft takes a purchase order from the partner alone. */
export const wishedPurchaseOrder = (purchaseOrder: string): Wished => ({
  field: 'purchaseOrder',
  value: purchaseOrder,
  change: { purchaseOrderInFile: purchaseOrder },
  sentence: `The purchase order was set to ${purchaseOrder}.`,
});

/** What is to be sent of it; null for a purchase order. */
export function wishToSend({ field, value }: Pick<Wished, 'field' | 'value'>): Wish | null {
  const sent = sentField.safeParse(field).data;
  return sent === undefined ? null : { property: propertyOfField[sent], value };
}

/** What is wished of a property here and now. */
export function wishedNow(device: DeviceRecord, field: HeldField): string | null {
  return field === 'purchaseOrder' ? device.purchaseOrderInFile : device[field];
}
