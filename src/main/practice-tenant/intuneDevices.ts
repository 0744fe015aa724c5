import { createHash } from 'node:crypto';
import { insertEntraDevice, insertManagedDevice, newDeviceName, whoSignsIn } from './enrollment.ts';
import { listDevice } from './lifecycle/deviceChanges.ts';
import { hardwareIdentitySchema, readHardwareIdentity } from './lifecycle/hardwareIdentity.ts';
import { registerDevice } from './lifecycle/importLifecycle.ts';
import type { Tenant } from './tenant.ts';

/** A device that works under Intune, and that Windows Autopilot does not know. */
interface ExistingIntuneDevice {
  readonly hardwareIdentifier: string;
  readonly userPrincipalName: string;
}

/** Lets devices be under Intune since before. Returns how many hashes could not be read. */
export function addIntuneDevices(tenant: Tenant, devices: readonly ExistingIntuneDevice[]): number {
  let unreadable = 0;
  for (const { hardwareIdentifier, userPrincipalName } of devices) {
    const identity = readHardwareIdentity(hardwareIdentifier, tenant.clock.now());
    if (identity === null) {
      unreadable += 1;
      continue;
    }
    const hardware = `${identity.manufacturer}\n${identity.model}\n${identity.serialNumber} under Intune`;
    const id = tenant.state.newId('managedDevice', hardware);
    insertManagedDevice(tenant, {
      id,
      deviceName: newDeviceName(id),
      identity,
      entraDeviceId: insertEntraDevice(tenant, identity, { isHybrid: false, hardware }),
      user: whoSignsIn(tenant, userPrincipalName) ?? null,
      isHybrid: false,
      enrollmentProfileName: '',
      enrollmentType: 'windowsAutoEnrollment',
      autopilotEnrolled: false,
    });
  }
  return unreadable;
}

/**
 * Registers what works under Intune and is not registered, as a profile does that converts all targeted devices: without an
 * import, without a group tag, enrolled from the start. Returns how many were. Source: "Configure Windows Autopilot profiles".
 */
export function convertIntuneDevices(tenant: Tenant): number {
  const { managedDevices, entraDevices, devices } = tenant.state;
  let converted = 0;
  for (const managed of managedDevices.all()) {
    if (managed.identity === null || managed.autopilotEnrolled === 1) continue;
    const identity = hardwareIdentitySchema.parse(JSON.parse(managed.identity));
    const hashSha256 = createHash('sha256').update(managed.identity).digest('hex');
    const { serialNumber, manufacturer, model } = identity;
    if (tenant.state.hasTwin({ hashSha256, serialNumber, manufacturer, model })) continue;
    const registration = { groupTag: null, assignedUserPrincipalName: null, hashSha256 };
    const { id } = registerDevice(tenant, registration, identity);
    devices.update(id, {
      entraDeviceId: managed.entraDeviceId,
      managedDeviceId: managed.id,
      enrollmentState: 'enrolled',
      lastContactedAt: managed.lastSyncAt,
    });
    const entra = entraDevices.all().find(({ deviceId }) => deviceId === managed.entraDeviceId);
    if (entra) entraDevices.update(entra.id, { ztdId: id });
    listDevice(tenant, id, tenant.clock.now());
    converted += 1;
  }
  return converted;
}
