import { z } from 'zod';
import type { DeviceRecord } from './device.ts';

export const goGateCondition = z.object({
  code: z.enum([
    'profile.assigned',
    'profile.dateAssigned',
    'profile.expected',
    'profile.allowsPreProvisioning',
    'hardware.physical',
    'hardware.tpm2',
    'remediation.none',
  ]),
  met: z.boolean(),
  /** What is wrong and what to do, where the condition is not met; what was found, where it is. */
  sentence: z.string(),
});
export type GoGateCondition = z.infer<typeof goGateCondition>;

/**
 * The conditions under which a technician flow may start.
 * Source: "Step by step tutorial for Windows Autopilot for pre-provisioned deployment Microsoft Entra join", verify profile
 * assignment; "Windows Autopilot for pre-provisioned deployment", requirements.
 */
export function goGateOf(device: DeviceRecord): readonly GoGateCondition[] {
  const profile = device.profileName ?? 'a profile';
  return [
    condition(
      'profile.assigned',
      device.profile === 'assigned',
      `${profile} is assigned.`,
      'No profile is assigned yet. Wait, or check the group tag and the group’s membership in Intune.',
    ),
    condition(
      'profile.dateAssigned',
      device.profileAssignedAt !== null,
      'The assignment date is there.',
      'Intune shows no assignment date yet. Wait a few minutes and refresh.',
    ),
    condition(
      'profile.expected',
      device.expectedProfile === null || device.expectedProfile === device.profileName,
      device.expectedProfile === null
        ? 'Any assigned profile is accepted.'
        : `${device.expectedProfile} is the expected profile.`,
      `${profile} is assigned, but ${device.expectedProfile ?? ''} is expected. Correct the group tag, then wait for the new profile.`,
    ),
    condition(
      'profile.allowsPreProvisioning',
      device.profileAllowsPreProvisioning === true,
      'The profile allows pre-provisioning.',
      allowanceProblem(device),
    ),
    condition(
      'hardware.physical',
      !device.isVirtualMachine,
      'It is a physical device.',
      'This is a virtual machine. Pre-provisioning needs a physical device; use the user-driven flow.',
    ),
    condition(
      'hardware.tpm2',
      device.tpmVersion?.startsWith('2.') === true,
      `TPM ${device.tpmVersion ?? ''} is there.`,
      tpmProblem(device),
    ),
    condition(
      'remediation.none',
      device.remediation === 'none',
      'No hardware change is pending.',
      remediationProblem(device),
    ),
  ];
}

function condition(code: GoGateCondition['code'], met: boolean, found: string, problem: string): GoGateCondition {
  return { code, met, sentence: met ? found : problem };
}

function allowanceProblem(device: DeviceRecord): string {
  return device.profileAllowsPreProvisioning === null
    ? 'Whether the profile allows pre-provisioning is not known yet. Refresh the device.'
    : 'The profile does not allow pre-provisioning. Turn on “Allow pre-provisioned deployment” in the profile, or assign another profile.';
}

function tpmProblem(device: DeviceRecord): string {
  if (device.tpmVersion !== null)
    return `The hash shows TPM ${device.tpmVersion}. Pre-provisioning needs TPM 2.0; switch it on in the firmware and capture the hash again.`;
  return device.hasHardwareHash
    ? 'The hash shows no TPM. Switch the TPM on in the firmware and capture the hash again.'
    : 'There is no hash to read the TPM version from. Import the device’s hardware hash.';
}

function remediationProblem(device: DeviceRecord): string {
  return device.remediation === 'fixPending'
    ? 'Intune saw a hardware change and is registering it. Wait for the next check-in.'
    : 'Intune could not register changed hardware. Deregister the device, reset it and register it again.';
}
