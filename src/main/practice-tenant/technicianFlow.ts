import { recordDeployment, type DeploymentResult } from './deploymentEvent.ts';
import type { PracticeDeviceRow, DeploymentProfileRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/** Why a flow could not have run, and the code that the device's red screen shows for it, where it shows one. */
export interface FlowRefusal {
  readonly sentence: string;
  readonly errorCode: string | null;
}

/** How a technician flow ends; the code of a failure as Windows writes it. */
export interface FlowEnd {
  readonly result: DeploymentResult;
  readonly errorCode: string;
}

/**
 * Plays the technician flow of pre-provisioning: the device enrolls, an Intune device and a deployment event appear.
 * Returns why not when the device could not have done that. Codes: "Windows Autopilot known issues" (Microsoft Learn).
 */
export function runTechnicianFlow(tenant: Tenant, device: PracticeDeviceRow, end: FlowEnd): FlowRefusal | null {
  if (device.entraDeviceId === '') return refusal('The device is not in Entra yet: wait a moment.');
  const profile = assignedProfile(tenant, device);
  if (!profile) return refusal('The device has no profile yet: wait until one is assigned.');
  if (profile.preprovisioningAllowed === 0)
    return refusal('The profile of this device does not allow pre-provisioning.', '0x80180005');
  if (device.isVirtualMachine === 1 || device.hasTpm === 0)
    return refusal('Pre-provisioning needs a physical device with TPM 2.0 (0x800705B4).', '0x800705b4');

  const isUnblocked = device.userlessEnrollmentStatus === 'allowed';
  if (device.managedDeviceId !== null && !isUnblocked) {
    tenant.state.devices.update(device.id, { enrollmentState: 'blocked', userlessEnrollmentStatus: 'blocked' });
    return refusal(
      'The device has enrolled before: delete its Intune device, or unblock it for the next enrollment.',
      '0x80180014',
    );
  }
  const managedDeviceId = device.managedDeviceId ?? enroll(tenant, device, profile);
  const now = tenant.clock.now();
  tenant.state.devices.update(device.id, {
    enrollmentState: end.result === 'success' ? 'enrolled' : 'failed',
    lastContactedAt: now,
    managedDeviceId,
    userlessEnrollmentStatus: 'unknown',
  });
  recordDeployment(tenant, { device, profile, deviceName: deviceNameOf(device), ...end });
  return null;
}

/**
 * Plays the first sign-in of the user on a device that was pre-provisioned. It leaves no deployment event: the report
 * knows new enrollments only ("Windows Autopilot deployment status").
 */
export function runUserFlow(tenant: Tenant, device: PracticeDeviceRow): FlowRefusal | null {
  const managed =
    device.managedDeviceId === null ? undefined : tenant.state.managedDevices.find(device.managedDeviceId);
  if (!managed) return refusal('The device has not been pre-provisioned yet: run the technician flow first.');
  const name = device.userPrincipalName.toLowerCase();
  const user =
    tenant.state.users.all().find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === name) ??
    tenant.state.users.find(tenant.state.settings.text('technicianId') ?? '');
  if (!user) return refusal('Nobody is there to sign in.');

  const now = tenant.clock.now();
  tenant.state.managedDevices.update(managed.id, { userId: user.id, lastSyncAt: now });
  tenant.state.devices.update(device.id, { lastContactedAt: now });
  return null;
}

const refusal = (sentence: string, errorCode: string | null = null): FlowRefusal => ({ sentence, errorCode });

/** The profile that the device downloads at its start; none while none is assigned. */
export function assignedProfile(tenant: Tenant, device: PracticeDeviceRow): DeploymentProfileRow | undefined {
  if (device.deploymentProfileId === null || !device.profileStatus.startsWith('assigned')) return undefined;
  return tenant.state.profiles.find(device.deploymentProfileId);
}

function enroll(tenant: Tenant, device: PracticeDeviceRow, profile: DeploymentProfileRow): string {
  const now = tenant.clock.now();
  const id = tenant.state.newId('managedDevice', device.id);
  tenant.state.managedDevices.insert({
    id,
    deviceName: deviceNameOf(device),
    serialNumber: device.serialNumber,
    manufacturer: device.manufacturer,
    model: device.model,
    entraDeviceId: device.entraDeviceId,
    userId: null,
    joinType: profile.joinType === 'hybrid' ? 'hybridAzureADJoined' : 'azureADJoined',
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

function deviceNameOf(device: PracticeDeviceRow): string {
  return device.displayName === '' ? `DESKTOP-${device.id.slice(0, 7).toUpperCase()}` : device.displayName;
}
