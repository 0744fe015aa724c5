import { z } from 'zod';
import { instant } from '../devices/device.ts';
import { causeOfRemoval } from './removalCause.ts';
import { removalStep } from './removalWords.ts';

const text = z.string().nullable();

/** An object that a deregistration leaves alone, and in which way. */
export const objectLeft = z.object({ id: text, name: text, step: removalStep });
export type ObjectLeft = z.infer<typeof objectLeft>;

/**
 * One deregistration as it was: the device as it was called then, the exact records, and when each was seen to be gone. It
 * stays as it is, whatever becomes of the device. There is no user in it: whoever had the device is nobody's business.
 */
export const pastRemoval = z.object({
  deviceId: z.uuid(),
  tenantName: z.string(),
  serialNumber: text,
  manufacturer: text,
  model: text,
  /** The id of the Autopilot registration; null where there was none. */
  autopilotId: text,
  autopilotGoneAt: instant,
  /** When its user was unassigned; null where it had none. */
  userUnassignedAt: instant,
  /** The id of the Intune record; null where there was none. */
  intuneId: text,
  intuneGoneAt: instant,
  /** What Entra held and keeps; null where it could not be read. */
  leftInEntra: z.array(objectLeft).nullable(),
  /** The computer account in Active Directory, empty where its name is not known; null where there is none. */
  computerAccount: text,
  accountDeletedAt: instant,
  accountDeletedBy: text,
  reason: causeOfRemoval.nullable(),
  note: text,
  confirmedAt: z.iso.datetime(),
  /** The initials of whoever confirmed it. */
  confirmedBy: z.string(),
  /** When neither service listed the device any more. */
  endedAt: z.iso.datetime(),
});
export type PastRemoval = z.infer<typeof pastRemoval>;
