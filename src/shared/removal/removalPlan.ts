import { z } from 'zod';
import { instant } from '../devices/device.ts';
import { removalDoubt, removalStep, removalWarning } from './removalWords.ts';

/** One record of one service that a deregistration would touch or leave, for the side-by-side view before it. */
const removalRecord = z.object({
  service: z.enum(['intune', 'autopilot', 'entra', 'activeDirectory']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** The last synchronisation, contact or sign-in, as far as the service tells. */
  lastSeenAt: instant,
  action: z.enum(['delete', 'unassignUser', 'leave', 'byHand']),
  step: removalStep,
  sentence: z.string(),
});
const identified = z.object({ id: z.string(), serialNumber: z.string().nullable() });
/** The exact records that a deregistration deletes: those that were shown, and no others. */
export const removalTarget = z.object({
  autopilot: identified.nullable(),
  intune: identified.nullable(),
  /** The computer account to be deleted by hand, empty where its name is not known; null where there is none. */
  computerAccount: z.string().nullable(),
});
export type RemovalTarget = z.infer<typeof removalTarget>;
/** What a deregistration would delete, leave or ask a person to do. */
export const removalPlan = z.object({
  deviceId: z.uuid(),
  serialNumber: z.string(),
  tenant: z.string(),
  target: removalTarget,
  records: z.array(removalRecord),
  /** Why a record may be another device's: each must be accepted before it is deleted. */
  doubts: z.array(z.string()),
  warnings: z.array(z.string()),
  /** Doubts and warnings as codes. */
  codes: z.object({ doubts: z.array(removalDoubt), warnings: z.array(removalWarning) }),
});
export type RemovalPlan = z.infer<typeof removalPlan>;

/** Whether two plans would delete the same records and leave the same account to a person. */
export function isSameTarget(one: RemovalTarget, other: RemovalTarget): boolean {
  return (
    isSameRecord(one.autopilot, other.autopilot) &&
    isSameRecord(one.intune, other.intune) &&
    one.computerAccount === other.computerAccount
  );
}

function isSameRecord(one: RemovalTarget['intune'], other: RemovalTarget['intune']): boolean {
  return one?.id === other?.id && one?.serialNumber === other?.serialNumber;
}
