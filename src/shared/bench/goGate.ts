import { z } from 'zod';
import type { DeviceRecord } from '../devices/device.ts';
import { hardwareChangeProblem, profileFailure, type Problem } from '../devices/profileProblem.ts';

export const goGateCondition = z.object({
  code: z.enum([
    'registration.registered',
    'registration.fitsBoard',
    'profile.assigned',
    'profile.dateAssigned',
    'profile.expected',
    'profile.allowsPreProvisioning',
    'hardware.physical',
    'hardware.tpm2',
    'remediation.none',
    'enrollment.allowed',
  ]),
  met: z.boolean(),
  /** What was found, or what is wrong. */
  sentence: z.string(),
  /** What to do where the condition is not met. */
  remedy: z.string().nullable(),
});
export type GoGateCondition = z.infer<typeof goGateCondition>;

/**
 * The conditions under which a technician flow may start.
 * Source: "Step by step tutorial for Windows Autopilot for pre-provisioned deployment Microsoft Entra join", verify profile
 * assignment; "Windows Autopilot for pre-provisioned deployment", requirements.
 */
export function goGateOf(device: DeviceRecord): readonly GoGateCondition[] {
  const profile = device.profileName ?? 'A profile';
  return [
    condition('registration.registered', device.registration === 'registered', 'It is registered with Autopilot.', [
      device.registration === 'removing' ? 'It is being deregistered.' : 'It is not registered with Autopilot.',
      device.registration === 'removing'
        ? 'Wait for the end, then register it again.'
        : 'Register it, and wait for its profile.',
    ]),
    condition('registration.fitsBoard', !device.needsNewRegistration, 'The registered mainboard is in it.', [
      'A newer hash shows another mainboard than the one that is registered.',
      'Deregister the device, then register it again with the new hash.',
    ]),
    remediationCondition(device),
    condition('profile.assigned', device.profile === 'assigned', `${profile} is assigned.`, assignmentProblem(device)),
    condition('profile.dateAssigned', device.profileAssignedAt !== null, 'The assignment date is there.', [
      'Intune shows no assignment date yet.',
      'Wait a few minutes and refresh the device.',
    ]),
    condition(
      'profile.expected',
      device.expectedProfile === null || device.expectedProfile === device.profileName,
      device.expectedProfile === null
        ? 'Any assigned profile is accepted.'
        : `${device.expectedProfile} is the expected profile.`,
      expectationProblem(device),
    ),
    condition(
      'profile.allowsPreProvisioning',
      device.profileAllowsPreProvisioning === true,
      'The profile allows pre-provisioning.',
      allowanceProblem(device),
    ),
    condition('hardware.physical', !device.isVirtualMachine, 'It is a physical device.', [
      'This is a virtual machine, and pre-provisioning needs a physical device.',
      'Use the user-driven flow.',
    ]),
    condition(
      'hardware.tpm2',
      tpmVersionOf(device)?.startsWith('2.') === true,
      `TPM ${tpmVersionOf(device) ?? ''} is there.`,
      tpmProblem(device),
    ),
    condition('enrollment.allowed', device.enrollment !== 'blocked', 'Nothing keeps it from enrolling.', [
      'It has enrolled before, and Intune blocks it from enrolling again (0x80180014).',
      'Unblock it, or delete its Intune record.',
    ]),
  ];
}

/** What blocks the start, in the order in which it is mended; empty when the device may go. */
export function goGateFailures(device: DeviceRecord): readonly GoGateCondition[] {
  return goGateOf(device).filter(({ met }) => !met);
}

function condition(code: GoGateCondition['code'], met: boolean, found: string, problem: Problem): GoGateCondition {
  return met ? { code, met, sentence: found, remedy: null } : { code, met, sentence: problem[0], remedy: problem[1] };
}

function expectationProblem({ profileName, expectedProfile }: DeviceRecord): Problem {
  const expected = expectedProfile ?? 'another profile';
  return profileName === null
    ? [`${expected} is expected, and no profile is assigned.`, 'Wait for the profile, or check the group tag.']
    : [
        `${profileName} is assigned, but ${expected} is expected.`,
        'Correct the group tag and wait for the new profile, or accept the assigned one.',
      ];
}

function allowanceProblem(device: DeviceRecord): Problem {
  return device.profileAllowsPreProvisioning === null
    ? ['Whether the profile allows pre-provisioning is not known yet.', 'Refresh the device.']
    : [
        'The profile does not allow pre-provisioning; the flow would end with 0x80180005.',
        'Turn on “Allow pre-provisioned deployment” in the profile, or assign another profile.',
      ];
}

/** The number out of what the hash says: it may read “2.0” or “TPM-Version:2.0 -Level:0-Revision:1.38 …”. */
function tpmVersionOf({ tpmVersion }: DeviceRecord): string | null {
  return /\d+\.\d+/.exec(tpmVersion ?? '')?.[0] ?? null;
}

function tpmProblem(device: DeviceRecord): Problem {
  const version = tpmVersionOf(device);
  if (version !== null) {
    return [
      `The hardware hash shows TPM ${version}, and pre-provisioning needs TPM 2.0.`,
      'Switch TPM 2.0 on in the firmware and capture the hash again.',
    ];
  }
  return device.hasHardwareHash
    ? ['The hardware hash shows no TPM.', 'Switch the TPM on in the firmware and capture the hash again.']
    : [
        'There is no hardware hash to read the TPM version from.',
        'Import the hash, or check the TPM on the device and start with that as the reason.',
      ];
}

function remediationCondition(device: DeviceRecord): GoGateCondition {
  const problem = hardwareChangeProblem(device);
  const word = device.remediationDetail === null ? '' : ` (${device.remediationDetail})`;
  const found =
    device.remediation === 'none' ? 'No hardware change is pending.' : `Microsoft tells of no hardware change${word}.`;
  return condition('remediation.none', problem === null, found, problem ?? [found, '']);
}

function assignmentProblem(device: DeviceRecord): Problem {
  return device.profile === 'failed'
    ? profileFailure(device)
    : ['No profile is assigned yet.', 'Wait, or check the group tag and the group’s membership in Intune.'];
}
