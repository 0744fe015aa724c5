import { z } from 'zod';
import { hardwareChange, profileFailure } from '../devices/profileProblem.ts';

const text = z.string();
/** Microsoft's own word beside a status, where it said one. */
const detail = text.nullable();

/** What was found where a condition is met. */
const met = [
  holds('registration.registered', 'registered'),
  holds('registration.serialNumber', 'sameSerialNumber'),
  holds('registration.fitsBoard', 'registeredBoard'),
  holds('remediation.none', 'noHardwareChange'),
  holds('remediation.none', 'noHardwareChangeTold').extend({ detail }),
  holds('profile.assigned', 'profileAssigned').extend({ profile: text.nullable() }),
  holds('profile.dateAssigned', 'dateAssigned'),
  holds('profile.expected', 'anyProfile'),
  holds('profile.expected', 'expectedProfile').extend({ expected: text }),
  holds('profile.allowsPreProvisioning', 'allowsPreProvisioning'),
  holds('hardware.physical', 'physicalDevice'),
  holds('hardware.tpm2', 'tpm2').extend({ version: text }),
  holds('registration.none', 'notRegisteredAsWanted'),
  holds('profile.selfDeploying', 'selfDeploys'),
  holds('profile.forUser', 'forUser'),
  holds('join.entra', 'entraJoin'),
  holds('assignment.noUser', 'noUser'),
  holds('enrollment.allowed', 'enrollmentAllowed'),
  holds('enrollment.allowed', 'enrollmentUnblocked'),
  holds('bench.failure', 'noFailureStops'),
] as const;

/** What was found where a condition is not met. */
const unmet = [
  fails('registration.registered', 'notRegistered'),
  fails('registration.registered', 'beingDeregistered'),
  fails('registration.serialNumber', 'otherSerialNumber').extend({ serialNumber: text, registered: text }),
  fails('registration.fitsBoard', 'otherBoard'),
  fails('remediation.none', 'hardwareChange').extend({ problem: hardwareChange }),
  fails('profile.assigned', 'noProfile'),
  fails('profile.assigned', 'profileFailed').extend({ problem: profileFailure }),
  fails('profile.dateAssigned', 'noDateAssigned'),
  fails('profile.expected', 'expectedProfileMissing').extend({ expected: text }),
  fails('profile.expected', 'otherProfile').extend({ expected: text, profile: text }),
  fails('profile.allowsPreProvisioning', 'allowanceUnknown'),
  fails('profile.allowsPreProvisioning', 'forbidsPreProvisioning'),
  fails('hardware.physical', 'virtualMachine'),
  fails('hardware.tpm2', 'oldTpm').extend({ version: text }),
  fails('hardware.tpm2', 'noTpm'),
  fails('hardware.tpm2', 'noHash'),
  fails('registration.none', 'registeredThough'),
  fails('profile.selfDeploying', 'usageUnknown'),
  fails('profile.selfDeploying', 'needsUser'),
  fails('profile.forUser', 'withoutUser'),
  fails('join.entra', 'hybridJoin'),
  fails('assignment.noUser', 'userIgnored'),
  /** `act`: what is enough. Microsoft does not unblock a device whose hardware change is pending. */
  fails('enrollment.allowed', 'enrollmentBlocked').extend({ act: z.enum(['unblock', 'deleteIntuneRecord']) }),
  fails('enrollment.allowed', 'enrolledBefore'),
  fails('enrollment.allowed', 'inUse'),
  /** `error` is the code of the last run, as Windows prints it. */
  fails('bench.failure', 'failureStops').extend({ error: text }),
] as const;

/** A condition that keeps the technician flow from starting. */
export const goGateProblem = z.discriminatedUnion('finding', unmet);
export type GoGateProblem = z.infer<typeof goGateProblem>;

/** A condition of the go gate, whether it is met, and what was found of it. */
export const goGateCondition = z.discriminatedUnion('finding', [...met, ...unmet]);
export type GoGateCondition = z.infer<typeof goGateCondition>;
export type GoGateCode = GoGateCondition['code'];

function holds<Code extends string, Finding extends string>(code: Code, finding: Finding) {
  return z.object({ code: z.literal(code), met: z.literal(true), finding: z.literal(finding) });
}

function fails<Code extends string, Finding extends string>(code: Code, finding: Finding) {
  return z.object({ code: z.literal(code), met: z.literal(false), finding: z.literal(finding) });
}
