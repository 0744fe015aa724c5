import { isOtherSerial } from '../hashes/isOtherSerial.ts';
import type { DeviceRecord } from './device.ts';

/** Two serial numbers of one registration: the queue's and Microsoft's. */
export interface OtherSerial {
  readonly serialNumber: string;
  readonly registered: string;
}

/**
 * The serial number under which Microsoft holds the registration of a device, where the queue knows the device by another
 * one: then one of the two is another device's, and nothing more may be done with it before a person has looked. Null where
 * both agree or one says nothing.
 */
export function otherSerialOf({
  serialNumber,
  registration,
  registeredSerialNumber: registered,
}: Pick<DeviceRecord, 'serialNumber' | 'registration' | 'registeredSerialNumber'>): OtherSerial | null {
  if (registration !== 'registered' || serialNumber === null || registered === null) return null;
  return isOtherSerial(registered, serialNumber) ? { serialNumber, registered } : null;
}

/** Both of them, as a sentence. */
export const otherSerialWords = ({ serialNumber, registered }: OtherSerial): string =>
  `Microsoft holds this registration under the serial number ${registered}, the queue under ${serialNumber}: one of them is another device’s.`;

/** What a person does about it. */
export const OTHER_SERIAL_REMEDY =
  'Compare both with the label on the device. Where the label says Microsoft’s number, take the device off the queue and import its hash again; otherwise deregister it and register it again.';
