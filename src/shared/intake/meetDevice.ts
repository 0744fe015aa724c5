import { z } from 'zod';
import { deviceFields } from '../devices/device.ts';
import { schemasFor } from '../devices/deviceField.ts';
import type { RegistrationStatus } from '../devices/status.ts';
import type { HashCheck, RowValues } from './checkRow.ts';
import { identityEvidenceOf, weighIdentity, type Evidence } from '../devices/weighIdentity.ts';
import { oneDeviceOf } from './rowIdentity.ts';

/** The fields of a device that a row of a file may confirm or change. */
export const metFields = z.object(schemasFor(deviceFields, 'intake'));

/** What is known of a device, as far as a row of a file may confirm or change it. */
export interface MetDevice extends Readonly<z.infer<typeof metFields>> {
  /** When its newest capture counts as taken; null where it has none. */
  readonly newestCaptureAt: string | null;
}

/** What a row brings along. */
export interface MeetingRow {
  readonly identity: Evidence;
  readonly values: RowValues;
  readonly hash: HashCheck | null;
  /** When its capture counts as taken; null where it has none that the device does not have already. */
  readonly captureAt: string | null;
  readonly orderNumber: string | null;
}

/** What a person may want otherwise than Microsoft holds it. */
const WISHES = ['groupTag', 'assignedUser', 'deviceName'] as const;
type WishField = (typeof WISHES)[number];

/** A value that Microsoft holds otherwise, so that it has to be sent. */
export interface DifferingWish {
  readonly field: WishField;
  readonly wanted: string;
  readonly held: string | null;
}

type DeviceUpdate = Partial<Omit<MetDevice, 'newestCaptureAt' | 'registration'>>;

export interface Meeting {
  readonly isOtherBoard: boolean;
  /** `newest` and `older` captures are kept; facts follow the newest. */
  readonly capture: 'none' | 'newest' | 'older';
  readonly change: DeviceUpdate;
  /** Those of the changes that have to reach Microsoft. */
  readonly toSend: readonly DifferingWish[];
  /** The device as the next row meets it. */
  readonly after: MetDevice;
}

/**
 * What a row that is about a device changes in it; the same for a device of the queue and for one that an earlier row of
 * the same import brought. Facts follow the newest capture, so an older one only fills what is not known. What a person
 * wants (tag, user, name, order number), and the purchase order that files say, follow the last row that says something.
 */
export function meetDevice(device: MetDevice, row: MeetingRow): Meeting {
  const isOtherBoard = oneDeviceOf(weighIdentity(row.identity, identityEvidenceOf(device))) === 'changed-board';
  const capture = captureOf(device, row);
  const wishes = differingWishes(device, row.values);
  const change = onlyDifferent(device, {
    ...factsOf(device, row, capture),
    ...(capture === 'newest' && isOtherBoard && isWithMicrosoft(device.registration)
      ? { needsNewRegistration: true }
      : {}),
    ...(row.orderNumber === null ? {} : { orderNumber: row.orderNumber }),
    ...(row.values.purchaseOrder === null ? {} : { purchaseOrderInFile: row.values.purchaseOrder }),
    ...Object.fromEntries(wishes.map(({ field, wanted }) => [field, wanted])),
  });
  const newestCaptureAt = capture === 'newest' ? row.captureAt : device.newestCaptureAt;
  return {
    isOtherBoard,
    capture,
    change,
    toSend: isHeld(device.registration) ? wishes : [],
    after: { ...device, ...change, newestCaptureAt },
  };
}

/** What of a device only its hash tells. */
export function hashFactsOf(hash: HashCheck | null): DeviceUpdate {
  if (hash === null || hash.state === 'invalid') return {};
  const { smbiosUuid, tpmEndorsementKeySha256, tpmVersion } = hash.fields;
  const isVirtualMachine = hash.issues.some(({ code }) => code === 'hash.virtual-machine');
  return { smbiosUuid, tpmEndorsementKeySha256, tpmVersion, isVirtualMachine };
}

function captureOf({ newestCaptureAt }: MetDevice, { captureAt }: MeetingRow): Meeting['capture'] {
  if (captureAt === null) return 'none';
  return newestCaptureAt === null || captureAt >= newestCaptureAt ? 'newest' : 'older';
}

function factsOf(device: MetDevice, { values, hash }: MeetingRow, capture: Meeting['capture']): DeviceUpdate {
  const isNewest = capture === 'newest' || device.newestCaptureAt === null;
  const choose = (known: string | null, told: string | null): string | null =>
    isNewest ? (told ?? known) : (known ?? told);
  const facts = capture === 'newest' ? hashFactsOf(hash) : {};
  return {
    serialNumber: device.serialNumber ?? values.serialNumber,
    manufacturer: choose(device.manufacturer, values.manufacturer),
    model: choose(device.model, values.model),
    productKeyId: choose(device.productKeyId, values.productKeyId),
    ...facts,
    // A hash without UUID or TPM does not undo what the device is known by.
    smbiosUuid: facts.smbiosUuid ?? device.smbiosUuid,
    tpmEndorsementKeySha256: facts.tpmEndorsementKeySha256 ?? device.tpmEndorsementKeySha256,
  };
}

function differingWishes(device: MetDevice, values: RowValues): readonly DifferingWish[] {
  return WISHES.flatMap((field) => {
    const wanted = values[field];
    const held = device[field];
    return wanted === null || isSameWish(field, wanted, held) ? [] : [{ field, wanted, held }];
  });
}

/** Entra and Windows do not tell letter case apart in addresses and names; tags do. */
function isSameWish(field: WishField, wanted: string, held: string | null): boolean {
  return field === 'groupTag' ? wanted === held : wanted.toLowerCase() === held?.toLowerCase();
}

/** Whether Microsoft has the hash, or is being given it. */
function isWithMicrosoft(registration: RegistrationStatus): boolean {
  return isHeld(registration) || registration === 'removing';
}

/** Whether Microsoft holds the device and goes on holding it, so that a change has to be sent. */
function isHeld(registration: RegistrationStatus): boolean {
  return registration === 'submitted' || registration === 'pending' || registration === 'registered';
}

function onlyDifferent(device: MetDevice, update: DeviceUpdate): DeviceUpdate {
  const known: Readonly<Record<string, unknown>> = { ...device };
  return Object.fromEntries(Object.entries(update).filter(([field, value]) => known[field] !== value));
}
