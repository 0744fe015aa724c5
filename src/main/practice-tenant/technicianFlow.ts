import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isoTime, type JsonObject } from './protocol/graphMessages.ts';
import type { AutopilotDeviceRow, DeploymentProfileRow, UserRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

export const flowRequestSchema = z.strictObject({ result: z.enum(['success', 'failure']) });
type FlowResult = z.infer<typeof flowRequestSchema>['result'];

/**
 * Plays the technician flow of pre-provisioning: the device enrols, an Intune device and a deployment event appear.
 * Returns a sentence when the device could not have done that.
 */
export function runTechnicianFlow(tenant: Tenant, device: AutopilotDeviceRow, result: FlowResult): string | null {
  const profile = assignedProfile(tenant, device);
  if (!profile) return 'The device has no profile yet: wait until one is assigned.';
  if (profile.preprovisioningAllowed === 0) return 'The profile of this device does not allow pre-provisioning.';
  if (device.isVirtualMachine === 1 || device.hasTpm === 0)
    return 'Pre-provisioning needs a physical device with TPM 2.0 (0x800705B4).';

  const isUnblocked = device.userlessEnrollmentStatus === 'allowed';
  if (device.managedDeviceId !== null && !isUnblocked) {
    tenant.state.devices.update(device.id, { enrollmentState: 'blocked', userlessEnrollmentStatus: 'blocked' });
    return 'The device has enrolled before: delete its Intune device, or unblock it for the next enrolment.';
  }
  const managedDeviceId = device.managedDeviceId ?? enroll(tenant, device, profile);
  const now = tenant.clock.now();
  tenant.state.devices.update(device.id, {
    enrollmentState: result === 'success' ? 'enrolled' : 'failed',
    lastContactedAt: now,
    managedDeviceId,
    userlessEnrollmentStatus: 'unknown',
  });
  recordEvent(tenant, device, profile, { phase: 'technician', result, user: null });
  return null;
}

/** Plays the first sign-in of the user on a device that was pre-provisioned. */
export function runUserFlow(tenant: Tenant, device: AutopilotDeviceRow, result: FlowResult): string | null {
  const profile = assignedProfile(tenant, device);
  const managed =
    device.managedDeviceId === null ? undefined : tenant.state.managedDevices.find(device.managedDeviceId);
  if (!profile || !managed) return 'The device has not been pre-provisioned yet: run the technician flow first.';
  const name = device.userPrincipalName.toLowerCase();
  const user =
    tenant.state.users.all().find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === name) ??
    tenant.state.users.find(tenant.state.settings.text('technicianId') ?? '');
  if (!user) return 'Nobody is there to sign in.';

  const now = tenant.clock.now();
  tenant.state.managedDevices.update(managed.id, { userId: user.id, lastSyncAt: now });
  tenant.state.devices.update(device.id, { lastContactedAt: now });
  recordEvent(tenant, device, profile, { phase: 'user', result, user });
  return null;
}

function assignedProfile(tenant: Tenant, device: AutopilotDeviceRow): DeploymentProfileRow | undefined {
  if (device.deploymentProfileId === null || !device.profileStatus.startsWith('assigned')) return undefined;
  return tenant.state.profiles.find(device.deploymentProfileId);
}

function enroll(tenant: Tenant, device: AutopilotDeviceRow, profile: DeploymentProfileRow): string {
  const now = tenant.clock.now();
  const id = randomUUID();
  tenant.state.managedDevices.insert({
    id,
    deviceName: deviceNameOf(device),
    serialNumber: device.serialNumber,
    manufacturer: device.manufacturer,
    model: device.model,
    entraDeviceId: device.entraDeviceId,
    userId: null,
    enrollmentProfileName: profile.displayName,
    enrolledAt: now,
    lastSyncAt: now,
    actions: '[]',
  });
  const entraDevice = tenant.state.entraDevices.all().find(({ deviceId }) => deviceId === device.entraDeviceId);
  if (entraDevice) {
    tenant.state.entraDevices.update(entraDevice.id, {
      wasEnrolled: 1,
      isManaged: 1,
      isHybrid: profile.joinType === 'hybrid' ? 1 : 0,
      displayName: deviceNameOf(device),
    });
  }
  return id;
}

function deviceNameOf(device: AutopilotDeviceRow): string {
  return device.displayName === '' ? `DESKTOP-${device.id.slice(0, 7).toUpperCase()}` : device.displayName;
}

interface Phase {
  readonly phase: 'technician' | 'user';
  readonly result: FlowResult;
  readonly user: UserRow | null;
}

const APPS: readonly string[] = ['Company Portal', 'Microsoft 365 Apps', 'Depot agent'];

function recordEvent(
  tenant: Tenant,
  device: AutopilotDeviceRow,
  profile: DeploymentProfileRow,
  { phase, result, user }: Phase,
): void {
  const now = tenant.clock.now();
  const isTechnician = phase === 'technician';
  const deployment = result === 'success' ? 'success' : 'failure';
  const isHybrid = profile.joinType === 'hybrid';
  const id = randomUUID();
  const document: JsonObject = {
    id,
    deviceId: device.entraDeviceId,
    userId: user?.id ?? '',
    eventDateTime: isoTime(now),
    deviceRegisteredDateTime: isoTime(now - 26 * 60_000),
    enrollmentStartDateTime: isoTime(now - 24 * 60_000),
    enrollmentType: isHybrid ? 'offlineDomainJoinedWithWhiteGlove' : 'azureADJoinedWithWhiteGlove',
    deviceSerialNumber: device.serialNumber,
    managedDeviceName: deviceNameOf(device),
    userPrincipalName: user?.userPrincipalName ?? '',
    windowsAutopilotDeploymentProfileDisplayName: profile.displayName,
    enrollmentState: 'enrolled',
    windows10EnrollmentCompletionPageConfigurationDisplayName: 'All users and all devices',
    windows10EnrollmentCompletionPageConfigurationId: profile.id,
    deploymentState: deployment,
    deviceSetupStatus: isTechnician ? deployment : 'notAttempted',
    accountSetupStatus: isTechnician ? 'notAttempted' : deployment,
    osVersion: '10.0.26100.4652',
    deploymentDuration: 'PT24M10S',
    deploymentTotalDuration: 'PT26M5S',
    devicePreparationDuration: 'PT3M40S',
    deviceSetupDuration: isTechnician ? 'PT18M20S' : 'PT0S',
    accountSetupDuration: isTechnician ? 'PT0S' : 'PT6M15S',
    deploymentStartDateTime: isoTime(now - 26 * 60_000),
    deploymentEndDateTime: isoTime(now),
    targetedAppCount: APPS.length,
    targetedPolicyCount: 2,
    enrollmentFailureDetails:
      result === 'success' ? '' : 'One of the applications could not be installed (0x81036502).',
  };
  const policies = APPS.map((displayName, index) => ({
    id: randomUUID(),
    displayName,
    policyType: 'application',
    complianceStatus: result === 'failure' && index === APPS.length - 1 ? 'error' : 'installed',
    trackedOnEnrollmentStatus: true,
    lastReportedDateTime: isoTime(now),
    errorCode: 0,
  }));
  const last = tenant.state.events.all().at(-1);
  tenant.state.events.insert({
    id,
    position: (last?.position ?? 0) + 1,
    document: JSON.stringify(document),
    policies: JSON.stringify(policies),
  });
}
