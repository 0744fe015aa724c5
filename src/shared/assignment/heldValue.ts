import { z } from 'zod';
import { instant, type DeviceRecord } from '../devices/device.ts';
import { reason, type Reason } from '../jobs/reason.ts';
import type { RefusedWish, WishedProperty } from './refusedWish.ts';
import { isSameValue } from './sameValue.ts';

/** What Microsoft holds of a device and a person here may want otherwise, by the names of the device's own fields. */
export const heldField = z.enum(['groupTag', 'assignedUser', 'deviceName', 'purchaseOrder']);
export type HeldField = z.infer<typeof heldField>;

/** Those of them that can be changed at Microsoft from here: a purchase order comes from a partner alone. */
export const sentField = heldField.exclude(['purchaseOrder']);
export type SentField = z.infer<typeof sentField>;

/** The property under which a wish is sent and kept in the outbox. */
export const propertyOfField = {
  groupTag: 'groupTag',
  assignedUser: 'user',
  deviceName: 'name',
} as const satisfies Record<SentField, WishedProperty>;

/** The field of a device by which a wish for a property is kept. */
export const fieldOfProperty = {
  groupTag: 'groupTag',
  user: 'assignedUser',
  name: 'deviceName',
} as const satisfies Record<WishedProperty, SentField>;

export const heldState = z.enum([
  /** Microsoft holds what is wished here, or nothing is wished that it could hold otherwise. */
  'same',
  /** The wish is in the outbox, or was sent and is not confirmed yet. */
  'onItsWay',
  /** Microsoft holds another value, and nothing is on its way. */
  'differs',
  /** Microsoft did not take the wish; `reason` says why. */
  'refused',
  /** Microsoft was never asked about this registration. */
  'notReadYet',
]);
export type HeldState = z.infer<typeof heldState>;

/** One property of a device: ours, Microsoft's and what is on its way. */
export interface HeldValue {
  readonly state: HeldState;
  /** What a person or a file here wants; null where nothing is wanted. */
  readonly wish: string | null;
  /** What Microsoft held when it was read last; null where it held nothing, or was never read. */
  readonly microsoft: string | null;
  /** When Microsoft was last asked about this device by itself; null where it never was. */
  readonly readAt: string | null;
  /** The value that is on its way, empty where it clears the property; `isSent` once Microsoft has accepted it. */
  readonly onItsWay: { readonly value: string; readonly isSent: boolean } | null;
  /** Why Microsoft did not take the wish, or why it was not sent. */
  readonly reason: Reason | null;
  /** When it was noticed that somebody else had set Microsoft's value. */
  readonly changedElsewhereAt: string | null;
}

/** Every property of a device. */
export type HeldValues = Readonly<Record<HeldField, HeldValue>>;

// Named types: a view of a device stands in many answers, and the compiler would write out all of it in each.
const heldValue: z.ZodType<HeldValue> = z.object({
  state: heldState,
  wish: z.string().nullable(),
  microsoft: z.string().nullable(),
  readAt: instant,
  onItsWay: z.object({ value: z.string(), isSent: z.boolean() }).nullable(),
  reason: reason.nullable(),
  changedElsewhereAt: instant,
});
export const heldValues: z.ZodType<HeldValues> = z.object({
  groupTag: heldValue,
  assignedUser: heldValue,
  deviceName: heldValue,
  purchaseOrder: heldValue,
});

/** A change of a property that has not ended. */
export const openWish = z.object({ property: z.string(), value: z.string(), isSent: z.boolean() });
export type OpenWish = z.infer<typeof openWish>;

/** The changes of a device that count: those that have not ended, and those that were given up. */
export interface WishChanges {
  readonly open: readonly OpenWish[];
  readonly failed: readonly RefusedWish[];
}

/** What Microsoft held at the last reading; the wishes stand in `groupTag`, `assignedUser` and `deviceName`. */
export type Held = Pick<
  DeviceRecord,
  | 'heldGroupTag'
  | 'heldUser'
  | 'heldName'
  | 'purchaseOrder'
  | 'groupTagElsewhereAt'
  | 'userElsewhereAt'
  | 'nameElsewhereAt'
  | 'purchaseOrderElsewhereAt'
  | 'microsoftReadAt'
  | 'registration'
>;
type Wishing = Pick<DeviceRecord, 'groupTag' | 'assignedUser' | 'deviceName' | 'purchaseOrderInFile'>;

/** Whether Microsoft has told what it holds of this registration. One that is over, or not made yet, holds nothing. */
export function isRead({ registration, microsoftReadAt }: Pick<Held, 'registration' | 'microsoftReadAt'>): boolean {
  return microsoftReadAt !== null && (registration === 'registered' || registration === 'removing');
}

/** Each property of a device with the three values that it has. */
export function heldValuesOf(device: Held & Wishing, changes: WishChanges): HeldValues {
  return {
    groupTag: sentValueOf('groupTag', device, changes),
    assignedUser: sentValueOf('assignedUser', device, changes),
    deviceName: sentValueOf('deviceName', device, changes),
    purchaseOrder: purchaseOrderOf(device),
  };
}

/** Whether a person has to say which of the two values counts. */
export const isDifferent = ({ state }: Pick<HeldValue, 'state'>): boolean => state === 'differs' || state === 'refused';

/** What Microsoft holds of a field, as it was read last. */
export function heldOf(device: Held, field: SentField): string | null {
  return { groupTag: device.heldGroupTag, assignedUser: device.heldUser, deviceName: device.heldName }[field];
}

function sentValueOf(field: SentField, device: Held & Wishing, { open, failed }: WishChanges): HeldValue {
  const wish = device[field];
  const property = propertyOfField[field];
  const microsoft = isRead(device) ? heldOf(device, field) : null;
  const under = open.find((change) => change.property === property);
  const given = { wish, ...readingOf(device, microsoft, elsewhereAt(device, field)) };
  if (under !== undefined) {
    return { ...given, state: 'onItsWay', onItsWay: { value: under.value, isSent: under.isSent }, reason: null };
  }
  const settled = { ...given, onItsWay: null, reason: null };
  if (isRead(device) && isSameValue(property, wish, microsoft)) return { ...settled, state: 'same' };
  const refused = failed.find((other) => other.property === property && isSameValue(property, other.value, wish));
  if (refused !== undefined) {
    const isOverruled = refused.reason?.code === 'assignment.changedElsewhere';
    return { ...settled, state: isOverruled ? 'differs' : 'refused', reason: refused.reason };
  }
  if (isRead(device)) return { ...settled, state: 'differs' };
  return wish !== null && isBeingRegistered(device)
    ? { ...settled, state: 'onItsWay', onItsWay: { value: wish, isSent: isAlongWithImport(field, device) } }
    : { ...settled, state: 'notReadYet' };
}

/** Microsoft takes a purchase order from a partner alone, so one that it was never given is no difference. */
function purchaseOrderOf(device: Held & Wishing): HeldValue {
  const wish = device.purchaseOrderInFile;
  const microsoft = isRead(device) ? device.purchaseOrder : null;
  const settled = {
    wish,
    ...readingOf(device, microsoft, device.purchaseOrderElsewhereAt),
    onItsWay: null,
    reason: null,
  };
  if (!isRead(device)) return { ...settled, state: 'notReadYet' };
  const isHeld = microsoft !== null || device.purchaseOrderElsewhereAt !== null;
  return { ...settled, state: wish !== null && isHeld && wish !== microsoft ? 'differs' : 'same' };
}

function readingOf(device: Held, microsoft: string | null, at: string | null) {
  return isRead(device)
    ? { microsoft, readAt: device.microsoftReadAt, changedElsewhereAt: at }
    : { microsoft: null, readAt: null, changedElsewhereAt: null };
}

function elsewhereAt(device: Held, field: SentField): string | null {
  return {
    groupTag: device.groupTagElsewhereAt,
    assignedUser: device.userElsewhereAt,
    deviceName: device.nameElsewhereAt,
  }[field];
}

const isBeingRegistered = ({ registration }: Held): boolean =>
  registration === 'queued' || registration === 'submitted' || registration === 'pending';

/** Group tag and user go along with the import, the name follows it. */
const isAlongWithImport = (field: SentField, { registration }: Held): boolean =>
  field !== 'deviceName' && registration !== 'queued';
