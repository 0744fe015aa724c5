import { z } from 'zod';
import type { DeviceRecord } from './device.ts';
import { oneOf } from '../oneOf.ts';

/** Changed hardware that keeps the profile away: Microsoft's “Fix pending” and “Attention required”. */
export const hardwareChange = z.object({ code: z.enum(['fixPending', 'attentionRequired']) });
export type HardwareChange = z.infer<typeof hardwareChange>;

/** Why a profile could not be assigned; `detail` is Microsoft's own word for it. */
export const profileFailure = oneOf('code', () => [
  z.object({ code: z.literal('hardwareRequirementsNotMet') }),
  z.object({ code: z.literal('virtualMachine') }),
  z.object({ code: z.literal('otherKindOfDevice'), detail: z.string() }),
  z.object({ code: z.literal('assignmentFailed'), detail: z.string().nullable() }),
]);
export type ProfileFailure = z.infer<typeof profileFailure>;

/** What a person has to mend before the device gets its profile. `fixOverdue`: a “Fix pending” that lasts too long. */
export const profileProblem = z.union([hardwareChange, z.object({ code: z.literal('fixOverdue') }), profileFailure]);
export type ProfileProblem = z.infer<typeof profileProblem>;

/**
 * Microsoft says "an extended period" and gives no time. A device that is switched on checks in about every eight hours, so
 * within a day it had three chances.
 */
const FIX_PATIENCE_MS = 24 * 60 * 60_000;

/**
 * Changed hardware that keeps the profile away, or null. Sources: "Windows Autopilot motherboard replacement", profile status;
 * "Windows Autopilot: known issues", Fix pending and Attention required.
 */
export function hardwareChangeOf({ remediation }: Pick<DeviceRecord, 'remediation'>): HardwareChange | null {
  return remediation === 'fixPending' || remediation === 'attentionRequired' ? { code: remediation } : null;
}

/** Whether Fix pending has lasted longer than a device needs that is switched on now and then. */
export function isFixOverdue(
  { remediation, remediationAt }: Pick<DeviceRecord, 'remediation' | 'remediationAt'>,
  now: Date,
): boolean {
  return (
    remediation === 'fixPending' &&
    remediationAt !== null &&
    now.getTime() - Date.parse(remediationAt) > FIX_PATIENCE_MS
  );
}

/**
 * Why a profile could not be assigned, by `deploymentProfileAssignmentDetailedStatus`; a word new to us as it came. Self-deploying
 * profiles want a TPM 2.0, and no virtual one counts: "Windows Autopilot self-deploying mode", requirements.
 */
export function profileFailureOf({
  profileDetail: detail,
  isVirtualMachine,
}: Pick<DeviceRecord, 'profileDetail' | 'isVirtualMachine'>): ProfileFailure {
  if (detail === 'hardwareRequirementsNotMet') return { code: isVirtualMachine ? 'virtualMachine' : detail };
  if (detail?.endsWith('ProfileNotSupported') === true) return { code: 'otherKindOfDevice', detail };
  return { code: 'assignmentFailed', detail };
}
