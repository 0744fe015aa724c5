import type { DeviceRecord } from '../devices/device.ts';
import { otherSerialOf } from '../devices/otherSerial.ts';
import { hardwareChangeOf, profileFailureOf } from '../devices/profileProblem.ts';
import { failureStopOf } from './failureStop.ts';
import type { GoGateCode, GoGateCondition, GoGateProblem } from './goGateCondition.ts';

/**
 * The conditions under which a technician flow may start.
 * Source: "Step by step tutorial for Windows Autopilot for pre-provisioned deployment Microsoft Entra join", verify profile
 * assignment; "Windows Autopilot for pre-provisioned deployment", requirements: a device does not enroll a second time by itself.
 */
export function goGateOf(device: DeviceRecord): readonly GoGateCondition[] {
  return [
    registrationOf(device),
    serialNumberOf(device),
    boardOf(device),
    remediationOf(device),
    assignmentOf(device),
    assignmentDateOf(device),
    expectationOf(device),
    allowanceOf(device),
    hardwareOf(device),
    tpmOf(device),
    enrollmentOf(device),
    failureOf(device),
  ];
}

/** What blocks the start, in the order in which it is mended; empty when the device may go. */
export function goGateFailures(device: DeviceRecord): readonly GoGateProblem[] {
  return goGateOf(device).filter((condition) => !condition.met);
}

/** What may be found of one condition. */
type Finding<Code extends GoGateCode> = Extract<GoGateCondition, { readonly code: Code }>;

function registrationOf({ registration }: DeviceRecord): Finding<'registration.registered'> {
  const code = 'registration.registered';
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
  return device.profile === 'failed'
    ? { code, met: false, finding: 'profileFailed', problem: profileFailureOf(device) }
    : { code, met: false, finding: 'noProfile' };
}

function assignmentDateOf({ profileAssignedAt }: DeviceRecord): Finding<'profile.dateAssigned'> {
  const code = 'profile.dateAssigned';
  return profileAssignedAt === null
    ? { code, met: false, finding: 'noDateAssigned' }
    : { code, met: true, finding: 'dateAssigned' };
}

function expectationOf({ profileName: profile, expectedProfile: expected }: DeviceRecord): Finding<'profile.expected'> {
  const code = 'profile.expected';
  if (expected === null) return { code, met: true, finding: 'anyProfile' };
  if (expected === profile) return { code, met: true, finding: 'expectedProfile', expected };
  return profile === null
    ? { code, met: false, finding: 'expectedProfileMissing', expected }
    : { code, met: false, finding: 'otherProfile', expected, profile };
}

function allowanceOf({ profileAllowsPreProvisioning }: DeviceRecord): Finding<'profile.allowsPreProvisioning'> {
  const code = 'profile.allowsPreProvisioning';
  if (profileAllowsPreProvisioning === null) return { code, met: false, finding: 'allowanceUnknown' };
  return profileAllowsPreProvisioning
    ? { code, met: true, finding: 'allowsPreProvisioning' }
    : { code, met: false, finding: 'forbidsPreProvisioning' };
}

function hardwareOf({ isVirtualMachine }: DeviceRecord): Finding<'hardware.physical'> {
  const code = 'hardware.physical';
  return isVirtualMachine
    ? { code, met: false, finding: 'virtualMachine' }
    : { code, met: true, finding: 'physicalDevice' };
}

function tpmOf(device: DeviceRecord): Finding<'hardware.tpm2'> {
  const code = 'hardware.tpm2';
  const version = tpmVersionOf(device);
  if (version === null) return { code, met: false, finding: device.hasHardwareHash ? 'noTpm' : 'noHash' };
  return version.startsWith('2.')
    ? { code, met: true, finding: 'tpm2', version }
    : { code, met: false, finding: 'oldTpm', version };
}

/** The number out of what the hash says: it may read “2.0” or “TPM-Version:2.0 -Level:0-Revision:1.38 …”. */
function tpmVersionOf({ tpmVersion }: DeviceRecord): string | null {
  return /\d+\.\d+/.exec(tpmVersion ?? '')?.[0] ?? null;
}

function enrollmentOf({ enrollment, bench }: DeviceRecord): Finding<'enrollment.allowed'> {
  const code = 'enrollment.allowed';
  if (enrollment === 'blocked') return { code, met: false, finding: 'enrollmentBlocked' };
  // The run that is on enrolls the device itself.
  return enrollment === 'enrolled' && bench !== 'running'
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
