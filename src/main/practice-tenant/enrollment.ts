import { hardwareIdentitySchema, type HardwareIdentity } from './lifecycle/hardwareIdentity.ts';
import type { PracticeDeviceRow, DeploymentProfileRow, UserRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/** Why a device could not have done that, and the code that its red screen shows for it, where it shows one. */
export interface FlowRefusal {
  readonly sentence: string;
  readonly errorCode: string | null;
}

export const refusal = (sentence: string, errorCode: string | null = null): FlowRefusal => ({ sentence, errorCode });

/** What is needed before any way of deployment: an object in Entra and a profile. */
export function readyForStart(
  tenant: Tenant,
  device: PracticeDeviceRow,
): FlowRefusal | { readonly profile: DeploymentProfileRow } {
  if (device.entraDeviceId === '') return refusal('The device is not in Entra yet: wait a moment.');
  const profile = assignedProfile(tenant, device);
  return profile ? { profile } : refusal('The device has no profile yet: wait until one is assigned.');
}

/** The profile that the device downloads at its start; none while none is assigned. */
export function assignedProfile(tenant: Tenant, device: PracticeDeviceRow): DeploymentProfileRow | undefined {
  if (device.deploymentProfileId === null || !device.profileStatus.startsWith('assigned')) return undefined;
  return tenant.state.profiles.find(device.deploymentProfileId);
}

/** Whoever signs in on a device: its assigned user, else the technician of the tenant. */
export function whoSignsIn(tenant: Tenant, userPrincipalName: string): UserRow | undefined {
  const name = userPrincipalName.toLowerCase();
  return (
    tenant.state.users.all().find((user) => user.userPrincipalName.toLowerCase() === name) ??
    tenant.state.users.find(tenant.state.settings.text('technicianId') ?? '')
  );
}

export function deviceNameOf(device: PracticeDeviceRow): string {
  return device.displayName === '' ? newDeviceName(device.id) : device.displayName;
}

/** A name as Windows invents one. @param id of whatever the device has one of */
export const newDeviceName = (id: string): string => `DESKTOP-${id.slice(0, 7).toUpperCase()}`;

/**
 * An Autopilot device enrolls: Intune gets its record, and the object in Entra becomes managed. A hybrid device is joined
 * as a second object, of its computer account; the one that Autopilot made stays and holds the ZTDID. Returns the id of the
 * Intune device.
 */
export function enroll(
  tenant: Tenant,
  device: PracticeDeviceRow,
  profile: DeploymentProfileRow,
  user: UserRow | null,
): string {
  const { state } = tenant;
  const isHybrid = profile.joinType === 'hybrid';
  const id = state.newId('managedDevice', device.id);
  const deviceName = deviceNameOf(device);
  const entraDeviceId = isHybrid ? joinActiveDirectory(tenant, device) : device.entraDeviceId;
  insertManagedDevice(tenant, {
    id,
    deviceName,
    identity: {
      ...device,
      productKeyId: device.productKey,
      hasTpm: device.hasTpm === 1,
      isVirtualMachine: device.isVirtualMachine === 1,
    },
    entraDeviceId,
    user,
    isHybrid,
    enrollmentProfileName: profile.displayName,
    enrollmentType: enrollmentTypeOf(isHybrid, user),
    autopilotEnrolled: true,
  });
  const entraDevice = state.entraDevices.all().find(({ deviceId }) => deviceId === entraDeviceId);
  if (entraDevice) {
    state.entraDevices.update(entraDevice.id, { wasEnrolled: 1, isManaged: 1, displayName: deviceName });
  }
  return id;
}

/** Words of `deviceEnrollmentType`: with the device's own credentials, by policy, or as its user. */
function enrollmentTypeOf(isHybrid: boolean, user: UserRow | null): string {
  if (isHybrid) return 'windowsAutoEnrollment';
  return user === null ? 'windowsAzureADJoinUsingDeviceAuth' : 'windowsAzureADJoin';
}

interface Enrollment {
  readonly id: string;
  readonly deviceName: string;
  readonly identity: HardwareIdentity;
  readonly entraDeviceId: string;
  readonly user: UserRow | null;
  readonly isHybrid: boolean;
  readonly enrollmentProfileName: string;
  readonly enrollmentType: string;
  readonly autopilotEnrolled: boolean;
}

/** Intune's record of a device that has just enrolled. */
export function insertManagedDevice(tenant: Tenant, enrollment: Enrollment): void {
  const now = tenant.clock.now();
  const { id, deviceName, identity, entraDeviceId, user, isHybrid } = enrollment;
  tenant.state.managedDevices.insert({
    id,
    deviceName,
    serialNumber: identity.serialNumber,
    manufacturer: identity.manufacturer,
    model: identity.model,
    entraDeviceId,
    userId: user?.id ?? null,
    joinType: isHybrid ? 'hybridAzureADJoined' : 'azureADJoined',
    enrollmentProfileName: enrollment.enrollmentProfileName,
    enrolledAt: now,
    lastSyncAt: now,
    actions: '[]',
    enrollmentType: enrollment.enrollmentType,
    autopilotEnrolled: enrollment.autopilotEnrolled ? 1 : 0,
    identity: JSON.stringify(hardwareIdentitySchema.strip().parse(identity)),
  });
}

function joinActiveDirectory(tenant: Tenant, device: PracticeDeviceRow): string {
  return insertEntraDevice(tenant, device, { isHybrid: true, hardware: `${device.id} in Active Directory` });
}

/** A joined device's object in Entra, beside whatever Autopilot made; returns its device id. */
export function insertEntraDevice(
  tenant: Tenant,
  { manufacturer, model, serialNumber }: Pick<HardwareIdentity, 'manufacturer' | 'model' | 'serialNumber'>,
  { isHybrid, hardware }: { readonly isHybrid: boolean; readonly hardware: string },
): string {
  const { entraDevices, newId } = tenant.state;
  const deviceId = newId('entraDevice', hardware);
  entraDevices.insert({
    id: newId('entraObject', hardware),
    deviceId,
    displayName: serialNumber,
    ztdId: null,
    groupTag: '',
    wasEnrolled: 1,
    isManaged: 1,
    isHybrid: isHybrid ? 1 : 0,
    manufacturer,
    model,
    registeredAt: tenant.clock.now(),
  });
  return deviceId;
}
