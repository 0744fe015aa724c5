import { isRead } from '../assignment/heldValue.ts';
import type { DeviceRecord } from '../devices/device.ts';
import { otherSerialOf } from '../devices/otherSerial.ts';
import { hardwareChangeOf, profileFailureOf } from '../devices/profileProblem.ts';
import { expectedProfileOf } from '../scenarios/expectedProfileOf.ts';
import { isInUse } from '../scenarios/inUse.ts';
import { isTpm2, tpmVersionOf } from '../hashes/tpmVersion.ts';
import { pageEvidenceOf, registeredByPageAt } from '../scans/pageEvidence.ts';
import { failureStopOf } from './failureStop.ts';
import type { GoGateCode, GoGateCondition } from './goGateCondition.ts';

/** What may be found of one condition. */
type Finding<Code extends GoGateCode> = Extract<GoGateCondition, { readonly code: Code }>;

const finders: { readonly [Code in GoGateCode]: (device: DeviceRecord) => Finding<Code> } = {
  'registration.registered': registrationOf,
  'registration.none': noRegistrationOf,
  'registration.serialNumber': serialNumberOf,
  'registration.fitsBoard': boardOf,
  'remediation.none': remediationOf,
  'profile.assigned': assignmentOf,
  'profile.dateAssigned': assignmentDateOf,
  'profile.expected': expectationOf,
  'profile.allowsPreProvisioning': allowanceOf,
  'profile.selfDeploying': selfDeploymentOf,
  'profile.forUser': userOf,
  'join.entra': joinOf,
  'assignment.noUser': noUserOf,
  'hardware.physical': hardwareOf,
  'hardware.tpm2': tpmOf,
  'enrollment.allowed': enrollmentOf,
  'device.reset': resetOf,
  'bench.failure': failureOf,
};

/** What is found of each of these conditions, in their order. */
export function conditionsOf(device: DeviceRecord, codes: readonly GoGateCode[]): readonly GoGateCondition[] {
  return codes.map((code) => finders[code](device));
}

function registrationOf(device: DeviceRecord): Finding<'registration.registered'> {
  const code = 'registration.registered';
  const { registration } = device;
  const at = registeredByPageAt(device);
  if (at !== null) return { code, met: true, finding: 'registeredByPage', at };
  if (registration === 'registered') return { code, met: true, finding: 'registered' };
  return { code, met: false, finding: registration === 'removing' ? 'beingDeregistered' : 'notRegistered' };
}

function serialNumberOf(device: DeviceRecord): Finding<'registration.serialNumber'> {
  const code = 'registration.serialNumber';
  const other = otherSerialOf(device);
  return other === null
    ? { code, met: true, finding: 'sameSerialNumber' }
    : { code, met: false, finding: 'otherSerialNumber', ...other };
}

/** A repaired device that is given back in the Windows of its capture never gets to its first set-up. */
function resetOf({ boardReplacedAt, resetConfirmedAt }: DeviceRecord): Finding<'device.reset'> {
  const code = 'device.reset';
  if (boardReplacedAt === null) return { code, met: true, finding: 'noRepairKnown' };
  return resetConfirmedAt === null
    ? { code, met: false, finding: 'notResetSinceRepair', at: boardReplacedAt }
    : { code, met: true, finding: 'resetSinceRepair', at: resetConfirmedAt };
}

function boardOf({ needsNewRegistration }: DeviceRecord): Finding<'registration.fitsBoard'> {
  const code = 'registration.fitsBoard';
  return needsNewRegistration
    ? { code, met: false, finding: 'otherBoard' }
    : { code, met: true, finding: 'registeredBoard' };
}

function remediationOf(device: DeviceRecord): Finding<'remediation.none'> {
  const code = 'remediation.none';
  const problem = hardwareChangeOf(device);
  if (problem !== null) return { code, met: false, finding: 'hardwareChange', problem };
  return device.remediation === 'none'
    ? { code, met: true, finding: 'noHardwareChange' }
    : { code, met: true, finding: 'noHardwareChangeTold', detail: device.remediationDetail };
}

function assignmentOf(device: DeviceRecord): Finding<'profile.assigned'> {
  const code = 'profile.assigned';
  if (device.profile === 'assigned')
    return { code, met: true, finding: 'profileAssigned', profile: device.profileName };
  const at = pageEvidenceOf(device);
  if (at !== null) return { code, met: true, finding: 'profileByPage', at };
  return device.profile === 'failed'
    ? { code, met: false, finding: 'profileFailed', problem: profileFailureOf(device) }
    : { code, met: false, finding: 'noProfile' };
}

function assignmentDateOf(device: DeviceRecord): Finding<'profile.dateAssigned'> {
  const code = 'profile.dateAssigned';
  if (device.profileAssignedAt !== null) return { code, met: true, finding: 'dateAssigned' };
  const at = pageEvidenceOf(device);
  return at === null ? { code, met: false, finding: 'noDateAssigned' } : { code, met: true, finding: 'dateByPage', at };
}

function expectationOf(device: DeviceRecord): Finding<'profile.expected'> {
  const code = 'profile.expected';
  const expectation = expectedProfileOf(device);
  if (expectation === null) return { code, met: true, finding: 'anyProfile' };
  const { profileName: profile, profileOnPage } = device;
  const { name: expected, ruleTag } = expectation;
  if (expected === profile) return { code, met: true, finding: 'expectedProfile', expected, ruleTag };
  const at = profile === null ? pageEvidenceOf(device) : null;
  if (at !== null) {
    return expected === profileOnPage
      ? { code, met: true, finding: 'expectedOnPage', expected, at }
      : { code, met: false, finding: 'nameNotCompared', expected };
  }
  return profile === null
    ? { code, met: false, finding: 'expectedProfileMissing', expected, ruleTag }
    : { code, met: false, finding: 'otherProfile', expected, profile, ruleTag };
}

function allowanceOf(device: DeviceRecord): Finding<'profile.allowsPreProvisioning'> {
  const code = 'profile.allowsPreProvisioning';
  const { profileAllowsPreProvisioning } = device;
  if (profileAllowsPreProvisioning === null) {
    const at = pageEvidenceOf(device);
    return at === null
      ? { code, met: false, finding: 'allowanceUnknown' }
      : { code, met: true, finding: 'allowanceNotAsked', at };
  }
  return profileAllowsPreProvisioning
    ? { code, met: true, finding: 'allowsPreProvisioning' }
    : { code, met: false, finding: 'forbidsPreProvisioning' };
}

function hardwareOf({ isVirtualMachine, hasHardwareHash, tpmConfirmedAt }: DeviceRecord): Finding<'hardware.physical'> {
  const code = 'hardware.physical';
  if (isVirtualMachine) return { code, met: false, finding: 'virtualMachine' };
  return hasHardwareHash || tpmConfirmedAt !== null
    ? { code, met: true, finding: 'physicalDevice' }
    : { code, met: true, finding: 'noVirtualMachineKnown' };
}

function tpmOf(device: DeviceRecord): Finding<'hardware.tpm2'> {
  const code = 'hardware.tpm2';
  const version = tpmVersionOf(device.tpmVersion);
  if (version === null) {
    // What a hash shows outranks what somebody said of the model or the batch.
    if (device.hasHardwareHash) return { code, met: false, finding: 'noTpm' };
    const { tpmConfirmedAt: at, tpmConfirmedBy: by } = device;
    return at === null ? { code, met: false, finding: 'noHash' } : { code, met: true, finding: 'tpmConfirmed', at, by };
  }
  return isTpm2(version)
    ? { code, met: true, finding: 'tpm2', version }
    : { code, met: false, finding: 'oldTpm', version };
}

/**
 * A device enrolls by itself, without its user, only once: until its Intune record is gone, or it is unblocked. Sources:
 * "Windows Autopilot for pre-provisioned deployment", "Windows Autopilot self-deploying mode", "Known issues" (0x80180014).
 */
function enrollmentOf(device: DeviceRecord): Finding<'enrollment.allowed'> {
  const code = 'enrollment.allowed';
  const { enrollment, enrollmentDetail, managedDeviceId, bench, remediation } = device;
  if (isInUse(device)) return { code, met: false, finding: 'inUse' };
  if (enrollment === 'blocked') {
    const act = remediation === 'fixPending' ? 'deleteIntuneRecord' : 'unblock';
    return { code, met: false, finding: 'enrollmentBlocked', act };
  }
  if (enrollmentDetail === 'allowed') return { code, met: true, finding: 'enrollmentUnblocked' };
  // The run that is on enrolls the device itself.
  return bench !== 'running' && (enrollment === 'enrolled' || managedDeviceId !== null)
    ? { code, met: false, finding: 'enrolledBefore' }
    : { code, met: true, finding: 'enrollmentAllowed' };
}

function failureOf(device: DeviceRecord): Finding<'bench.failure'> {
  const code = 'bench.failure';
  const stop = failureStopOf(device);
  return stop === null
    ? { code, met: true, finding: 'noFailureStops' }
    : { code, met: false, finding: 'failureStops', error: stop.code };
}

/** A registered device gets its Autopilot profile, which device preparation gives way to. */
function noRegistrationOf({ registration }: DeviceRecord): Finding<'registration.none'> {
  const code = 'registration.none';
  return registration === 'none' || registration === 'removed'
    ? { code, met: true, finding: 'notRegisteredAsWanted' }
    : { code, met: false, finding: 'registeredThough' };
}

function selfDeploymentOf({ profileUsage }: DeviceRecord): Finding<'profile.selfDeploying'> {
  const code = 'profile.selfDeploying';
  if (profileUsage === null) return { code, met: false, finding: 'usageUnknown' };
  return profileUsage === 'shared'
    ? { code, met: true, finding: 'selfDeploys' }
    : { code, met: false, finding: 'needsUser' };
}

function userOf({ profileUsage }: DeviceRecord): Finding<'profile.forUser'> {
  const code = 'profile.forUser';
  return profileUsage === 'shared'
    ? { code, met: false, finding: 'withoutUser' }
    : { code, met: true, finding: 'forUser' };
}

function joinOf({ profileJoin }: DeviceRecord): Finding<'join.entra'> {
  const code = 'join.entra';
  return profileJoin === 'hybrid'
    ? { code, met: false, finding: 'hybridJoin' }
    : { code, met: true, finding: 'entraJoin' };
}

/** Neither wished nor, by somebody else, set at Microsoft's. */
function noUserOf(device: DeviceRecord): Finding<'assignment.noUser'> {
  const code = 'assignment.noUser';
  const held = isRead(device) ? device.heldUser : null;
  return device.assignedUser === null && held === null
    ? { code, met: true, finding: 'noUser' }
    : { code, met: false, finding: 'userIgnored' };
}
