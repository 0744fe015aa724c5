import { recordDeployment, type DeploymentResult } from './deploymentEvent.ts';
import type { PracticeDeviceRow, DeploymentProfileRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/**
 * Plays the technician flow of pre-provisioning: the device enrolls, an Intune device and a deployment event appear.
 * Returns a sentence when the device could not have done that.
 */
export function runTechnicianFlow(tenant: Tenant, device: PracticeDeviceRow, result: DeploymentResult): string | null {
  if (device.entraDeviceId === '') return 'The device is not in Entra yet: wait a moment.';
  const profile = assignedProfile(tenant, device);
  if (!profile) return 'The device has no profile yet: wait until one is assigned.';
  if (profile.preprovisioningAllowed === 0) return 'The profile of this device does not allow pre-provisioning.';
  if (device.isVirtualMachine === 1 || device.hasTpm === 0)
    return 'Pre-provisioning needs a physical device with TPM 2.0 (0x800705B4).';

  const isUnblocked = device.userlessEnrollmentStatus === 'allowed';
  if (device.managedDeviceId !== null && !isUnblocked) {
    tenant.state.devices.update(device.id, { enrollmentState: 'blocked', userlessEnrollmentStatus: 'blocked' });
    return 'The device has enrolled before: delete its Intune device, or unblock it for the next enrollment.';
  }
  const managedDeviceId = device.managedDeviceId ?? enroll(tenant, device, profile);
  const now = tenant.clock.now();
  tenant.state.devices.update(device.id, {
    enrollmentState: result === 'success' ? 'enrolled' : 'failed',
    lastContactedAt: now,
    managedDeviceId,
    userlessEnrollmentStatus: 'unknown',
  });
  recordDeployment(tenant, { device, profile, deviceName: deviceNameOf(device), result });
  return null;
}

/**
 * Plays the first sign-in of the user on a device that was pre-provisioned. It leaves no deployment event: the report
 * knows new enrollments only ("Windows Autopilot deployment status").
 */
export function runUserFlow(tenant: Tenant, device: PracticeDeviceRow): string | null {
  const managed =
    device.managedDeviceId === null ? undefined : tenant.state.managedDevices.find(device.managedDeviceId);
  if (!managed) return 'The device has not been pre-provisioned yet: run the technician flow first.';
  const name = device.userPrincipalName.toLowerCase();
  const user =
    tenant.state.users.all().find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === name) ??
    tenant.state.users.find(tenant.state.settings.text('technicianId') ?? '');
  if (!user) return 'Nobody is there to sign in.';

  const now = tenant.clock.now();
  tenant.state.managedDevices.update(managed.id, { userId: user.id, lastSyncAt: now });
  tenant.state.devices.update(device.id, { lastContactedAt: now });
  return null;
}

function assignedProfile(tenant: Tenant, device: PracticeDeviceRow): DeploymentProfileRow | undefined {
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
