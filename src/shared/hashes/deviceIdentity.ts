import { isPlaceholder } from '../intake/placeholderSerials.ts';
import type { HardwareHashFields } from './readFields.ts';

/** What tells one device from another. The text of a hash does not: it holds the time of its capture. */
export type IdentityFields = Pick<
  HardwareHashFields,
  'manufacturer' | 'productName' | 'serialNumber' | 'smbiosUuid' | 'tpmEndorsementKeySha256'
>;

/** Null where the hash has nothing usable of that kind. Letter case and outer blanks do not count. */
export interface DeviceIdentity {
  /** Alone it tells nothing: makers share them. */
  readonly serialNumber: string | null;
  /** Manufacturer and serial number, which a repair keeps. */
  readonly serial: string | null;
  /** Manufacturer, product name and serial number, which Microsoft asks to be unique. */
  readonly tuple: string | null;
  readonly uuid: string | null;
  readonly endorsementKey: string | null;
}

/** `changed-board`: the same machine by its serial number, but with another UUID or TPM; it needs a new registration. */
export type IdentityRelation = 'same' | 'changed-board' | 'different';

/** What can be compared of a device. */
export function deviceIdentity(fields: IdentityFields): DeviceIdentity {
  const manufacturer = normalised(fields.manufacturer);
  const product = normalised(fields.productName);
  const serialNumber = normalised(fields.serialNumber);
  const serial = manufacturer && serialNumber && `${manufacturer}|${serialNumber}`;
  return {
    serialNumber,
    serial,
    tuple: serial && product && `${serial}|${product}`,
    uuid: isUsableUuid(fields.smbiosUuid) ? fields.smbiosUuid.toLowerCase() : null,
    endorsementKey: fields.tpmEndorsementKeySha256,
  };
}

/** How two captures relate. What only one of them has says nothing. */
export function compareIdentity(a: DeviceIdentity, b: DeviceIdentity): IdentityRelation {
  const sameSerial = agree(a.serial, b.serial);
  const uuid = agree(a.uuid, b.uuid);
  const endorsementKey = agree(a.endorsementKey, b.endorsementKey);
  if (sameSerial === true && (uuid === false || endorsementKey === false)) return 'changed-board';
  return agree(a.tuple, b.tuple) === true || uuid === true || endorsementKey === true ? 'same' : 'different';
}

/** Whether a UUID can tell devices apart: firmware without one reports all 0 or all F. */
export function isUsableUuid(uuid: string | null): uuid is string {
  return uuid !== null && !/^(?:[0-]+|[f-]+)$/.test(uuid);
}

/** Null where one side has nothing to compare. */
function agree(a: string | null, b: string | null): boolean | null {
  return a === null || b === null ? null : a === b;
}

function normalised(value: string | null): string | null {
  return value === null || isPlaceholder(value) ? null : value.trim().toLowerCase();
}
