import { z } from 'zod';
import { hardwareChange, profileFailure } from '../devices/profileProblem.ts';
import { oneOf } from '../oneOf.ts';

const text = z.string();
/** Microsoft's own word beside a status, where it said one. */
const detail = text.nullable();
/** The group tag whose rule expects a profile; null where a person does. */
const ruleTag = text.nullable();
/** When the code on the device's Autopilot page was scanned, or somebody looked. */
const at = z.iso.datetime();

/** What was found where a condition is met. */
const met = () =>
  [
    holds('registration.registered', 'registered'),
    /** The code on its Autopilot page alone tells it, as of `at`. */
    holds('registration.registered', 'registeredByPage').extend({ at }),
    holds('registration.serialNumber', 'sameSerialNumber'),
    holds('registration.fitsBoard', 'registeredBoard'),
    holds('remediation.none', 'noHardwareChange'),
    holds('remediation.none', 'noHardwareChangeTold').extend({ detail }),
    holds('profile.assigned', 'profileAssigned').extend({ profile: text.nullable() }),
    holds('profile.assigned', 'profileByPage').extend({ at }),
    holds('profile.dateAssigned', 'dateAssigned'),
    holds('profile.dateAssigned', 'dateByPage').extend({ at }),
    holds('profile.expected', 'anyProfile'),
    holds('profile.expected', 'expectedProfile').extend({ expected: text, ruleTag }),
    holds('profile.expected', 'expectedOnPage').extend({ expected: text, at }),
    holds('profile.allowsPreProvisioning', 'allowsPreProvisioning'),
    /** Nobody could be asked; a flow that the profile does not allow ends at its beginning. */
    holds('profile.allowsPreProvisioning', 'allowanceNotAsked').extend({ at }),
    holds('hardware.physical', 'physicalDevice'),
    /** Without a hash: nothing shows otherwise. */
    holds('hardware.physical', 'noVirtualMachineKnown'),
    holds('hardware.tpm2', 'tpm2').extend({ version: text }),
    holds('hardware.tpm2', 'tpmConfirmed').extend({ at, by: text.nullable() }),
    holds('registration.none', 'notRegisteredAsWanted'),
    holds('profile.selfDeploying', 'selfDeploys'),
    holds('profile.forUser', 'forUser'),
    holds('join.entra', 'entraJoin'),
    holds('assignment.noUser', 'noUser'),
    holds('enrollment.allowed', 'enrollmentAllowed'),
    holds('enrollment.allowed', 'enrollmentUnblocked'),
    holds('device.reset', 'noRepairKnown'),
    holds('device.reset', 'resetSinceRepair').extend({ at }),
    holds('bench.failure', 'noFailureStops'),
  ] as const;

/** What was found where a condition is not met. */
const unmet = () =>
  [
    fails('registration.registered', 'notRegistered'),
    fails('registration.registered', 'beingDeregistered'),
    fails('registration.serialNumber', 'otherSerialNumber').extend({ serialNumber: text, registered: text }),
    fails('registration.fitsBoard', 'otherBoard'),
    fails('remediation.none', 'hardwareChange').extend({ problem: hardwareChange }),
    fails('profile.assigned', 'noProfile'),
    fails('profile.assigned', 'profileFailed').extend({ problem: profileFailure }),
    fails('profile.dateAssigned', 'noDateAssigned'),
    fails('profile.expected', 'expectedProfileMissing').extend({ expected: text, ruleTag }),
    fails('profile.expected', 'otherProfile').extend({ expected: text, profile: text, ruleTag }),
    /** The name on the device's Autopilot page has to be compared: a question, which `bench.confirm` answers. */
    fails('profile.expected', 'nameNotCompared').extend({ expected: text }),
    fails('profile.allowsPreProvisioning', 'allowanceUnknown'),
    fails('profile.allowsPreProvisioning', 'forbidsPreProvisioning'),
    fails('hardware.physical', 'virtualMachine'),
    fails('hardware.tpm2', 'oldTpm').extend({ version: text }),
    fails('hardware.tpm2', 'noTpm'),
    /** Not known, and so a question, which `bench.confirm` answers. */
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
    /** Registered anew with another mainboard: a question, which `bench.confirm` answers. */
    fails('device.reset', 'notResetSinceRepair').extend({ at }),
    /** `error` is the code of the last run, as Windows prints it. */
    fails('bench.failure', 'failureStops').extend({ error: text }),
  ] as const;

/** A condition that keeps the technician flow from starting. */
export const goGateProblem = oneOf('finding', unmet);
export type GoGateProblem = z.infer<typeof goGateProblem>;

/** A condition of the go gate, whether it is met, and what was found of it. */
export const goGateCondition = oneOf('finding', () => [...met(), ...unmet()]);
export type GoGateCondition = z.infer<typeof goGateCondition>;
export type GoGateCode = GoGateCondition['code'];

function holds<Code extends string, Finding extends string>(code: Code, finding: Finding) {
  return z.object({ code: z.literal(code), met: z.literal(true), finding: z.literal(finding) });
}

function fails<Code extends string, Finding extends string>(code: Code, finding: Finding) {
  return z.object({ code: z.literal(code), met: z.literal(false), finding: z.literal(finding) });
}
