import { z } from 'zod';
import { instant } from '../devices/device.ts';

const text = z.string().nullable();

/**
 * A corporate identifier as Intune holds it; null is what it does not tell, and words that are new to us pass as they came.
 * Source: importedDeviceIdentity (Microsoft Graph, beta).
 */
export const heldIdentifier = z.object({
  id: z.string(),
  /** As Intune keeps it: of a Windows device `Manufacturer,Model,Serial`. */
  identifier: z.string(),
  /** `manufacturerModelSerial`, `serialNumber`, `imei`, … */
  type: text,
  manufacturer: text,
  model: text,
  /** Null where it is not known by one, or where it cannot be told from commas in the other parts. */
  serialNumber: text,
  /** `notContacted`, `enrolled`, … */
  state: text,
  platform: text,
  description: text,
  createdAt: instant,
  modifiedAt: instant,
  contactedAt: instant,
});
export type HeldIdentifier = z.infer<typeof heldIdentifier>;

/** The parts of an identifier, as far as they can be told. */
export function partsOf(
  identifier: string,
  type: string | null,
): Pick<HeldIdentifier, 'manufacturer' | 'model' | 'serialNumber'> {
  if (type === 'serialNumber') return { manufacturer: null, model: null, serialNumber: identifier };
  const [manufacturer = '', model = '', serialNumber = '', ...rest] = identifier.split(',');
  // A comma within a part: which one it is cannot be told.
  if (type !== 'manufacturerModelSerial' || serialNumber === '' || rest.length > 0) {
    return { manufacturer: null, model: null, serialNumber: null };
  }
  return { manufacturer, model, serialNumber };
}

/** What an identifier is called and found by: its serial number, else all of it. */
export const nameOfIdentifier = ({
  serialNumber,
  identifier,
}: Pick<HeldIdentifier, 'serialNumber' | 'identifier'>): string => serialNumber ?? identifier;

const stateWords: Readonly<Record<string, string>> = {
  notContacted: 'not contacted yet',
  enrolled: 'enrolled',
  failed: 'failed',
  blocked: 'blocked',
  pendingReset: 'waits for a reset',
  unknown: 'unknown',
};

/** What has become of an identifier, as Intune calls it; a word that is new to us stays as it came. */
export const identifierStateWords = (state: string | null): string =>
  state === null || state === '' ? 'not told' : (stateWords[state] ?? state);
