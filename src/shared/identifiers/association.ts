import { z } from 'zod';
import { instant } from '../devices/device.ts';

const text = z.string().nullable();

/**
 * A device that is bound to a tenant by its DeviceLink, as Intune holds it; null is what it does not tell, and words that are new
 * to us pass as they came. Source: tools of the community that call tenantAssociatedDevices (beta); no metadata of Microsoft's.
 */
export const association = z.object({
  id: z.string(),
  serialNumber: text,
  manufacturer: text,
  model: text,
  /** `preassociated`, `associated`, `pendingRemoval`, … */
  state: text,
  associatedAt: instant,
  /** The policy of device preparation that it is bound to. */
  policyId: text,
  managedDeviceId: text,
});
export type Association = z.infer<typeof association>;

/** On its way out: deleting it once more does nothing. */
export const PENDING_REMOVAL = 'pendingRemoval';

const stateWords: Readonly<Record<string, string>> = {
  preassociated: 'waits for its first start',
  associated: 'associated and enrolled',
  [PENDING_REMOVAL]: 'being removed',
};

/** How far an association is; a word that is new to us stays as it came. */
export const associationStateWords = (state: string | null): string =>
  state === null || state === '' ? 'not told' : (stateWords[state] ?? state);
