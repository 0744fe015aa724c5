import { recordDeployment, type DeploymentResult } from './deploymentEvent.ts';
import { deviceNameOf, enroll, readyForStart, refusal, type FlowRefusal } from './enrollment.ts';
import type { PracticeDeviceRow, DeploymentProfileRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/** How a deployment ends; the code of a failure as Windows writes it. */
export interface FlowEnd {
  readonly result: DeploymentResult;
  readonly errorCode: string;
}

/**
 * Plays the technician flow of pre-provisioning: the device enrolls, an Intune device and a deployment event appear.
 * Returns why not when the device could not have done that. Codes: "Windows Autopilot known issues" (Microsoft Learn).
 */
export function runTechnicianFlow(tenant: Tenant, device: PracticeDeviceRow, end: FlowEnd): FlowRefusal | null {
  return deployWithoutUser(tenant, device, end, {
    allows: ({ preprovisioningAllowed }) =>
      preprovisioningAllowed === 1
        ? null
        : refusal('The profile of this device does not allow pre-provisioning.', '0x80180005'),
    hardware: 'Pre-provisioning needs a physical device with TPM 2.0 (0x800705B4).',
    event: {
      entra: 'azureADJoinedWithWhiteGlove',
      hybrid: 'offlineDomainJoinedWithWhiteGlove',
      accountSetup: 'notAttempted',
    },
  });
}

/** Plays a kiosk or shared device that deploys by itself, up to the sign-on screen. Returns why not where it could not have. */
export function runSelfDeployment(tenant: Tenant, device: PracticeDeviceRow, end: FlowEnd): FlowRefusal | null {
  return deployWithoutUser(tenant, device, end, {
    allows: ({ usageType }) =>
      usageType === 'shared' ? null : refusal('The profile of this device is not self-deploying: its user signs in.'),
    hardware: 'Self-deploying mode needs a physical device with TPM 2.0 (0x800705B4).',
    event: {
      entra: 'azureADJoinedUsingDeviceAuthWithAutopilotProfile',
      hybrid: 'azureADJoinedUsingDeviceAuthWithAutopilotProfile',
      accountSetup: 'disabled',
    },
  });
}

interface WayWithoutUser {
  readonly allows: (profile: DeploymentProfileRow) => FlowRefusal | null;
  readonly hardware: string;
  /** Words of `windowsAutopilotEnrollmentType` by join type, and of the user's part. */
  readonly event: { readonly entra: string; readonly hybrid: string; readonly accountSetup: string };
}

/** By the device's own credentials, which Intune takes once: an enrolled device has to leave Intune, or be unblocked. */
function deployWithoutUser(
  tenant: Tenant,
  device: PracticeDeviceRow,
  end: FlowEnd,
  way: WayWithoutUser,
): FlowRefusal | null {
  const ready = readyForStart(tenant, device);
  if (!('profile' in ready)) return ready;
  const { profile } = ready;
  const refused = way.allows(profile);
  if (refused !== null) return refused;
  if (device.isVirtualMachine === 1 || device.hasTpm === 0) return refusal(way.hardware, '0x800705b4');

  const isUnblocked = device.userlessEnrollmentStatus === 'allowed';
  if (device.managedDeviceId !== null && !isUnblocked) {
    tenant.state.devices.update(device.id, { enrollmentState: 'blocked', userlessEnrollmentStatus: 'blocked' });
    return refusal(
      'The device has enrolled before: delete its Intune device, or unblock it for the next enrollment.',
      '0x80180014',
    );
  }
  const managedDeviceId = device.managedDeviceId ?? enroll(tenant, device, profile, null);
  tenant.state.devices.update(device.id, {
    enrollmentState: end.result === 'success' ? 'enrolled' : 'failed',
    lastContactedAt: tenant.clock.now(),
    managedDeviceId,
    userlessEnrollmentStatus: 'unknown',
  });
  recordDeployment(tenant, {
    device,
    profile,
    deviceName: deviceNameOf(device),
    user: null,
    enrollmentType: profile.joinType === 'hybrid' ? way.event.hybrid : way.event.entra,
    accountSetup: way.event.accountSetup,
    ...end,
  });
  return null;
}
