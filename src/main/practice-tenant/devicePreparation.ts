import {
  insertEntraDevice,
  insertManagedDevice,
  newDeviceName,
  refusal,
  whoSignsIn,
  type FlowRefusal,
} from './enrollment.ts';
import { deviceIdentifierOf } from './resources/corporateIdentifiers.ts';
import type { Tenant } from './tenant.ts';

/** The policy of the practice tenant, by its name in Intune. */
const POLICY = 'Device preparation · user-driven';

/** A device as it names itself at its first start. */
interface PreparedDevice {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  /** Who signs in; the technician of the tenant where empty. */
  readonly userPrincipalName: string;
}

/**
 * Plays a user who signs in on a device that Windows Autopilot does not know: the policy of the user's group prepares it. Personal
 * devices are blocked here, so Intune must have its corporate identifier or its DeviceLink. Returns why not where it could not have
 * gone on. Source: "Overview of Windows Autopilot device preparation" (Microsoft Learn).
 */
export function runDevicePreparation(tenant: Tenant, device: PreparedDevice): FlowRefusal | null {
  const { devices, managedDevices, corporateIdentifiers, associatedDevices, newId } = tenant.state;
  const { serialNumber, manufacturer, model } = device;
  const isSame = (one: Omit<PreparedDevice, 'userPrincipalName'>): boolean =>
    deviceIdentifierOf(one) === deviceIdentifierOf(device);
  if (devices.all().some(isSame)) {
    return refusal('The device is registered with Windows Autopilot: its profile comes first. Deregister it.');
  }
  if (managedDevices.all().some(isSame)) return refusal('The device is under Intune already: reset it first.');
  const identifier = corporateIdentifiers.all().find((row) => row.identifier === deviceIdentifierOf(device));
  const link = associatedDevices.all().find((row) => row.serialNumber.toLowerCase() === serialNumber.toLowerCase());
  if (!identifier && !link) {
    return refusal(
      'Personal devices are blocked: upload the corporate identifier of the device, or its DeviceLink.',
      '0x80180014',
    );
  }
  const user = whoSignsIn(tenant, device.userPrincipalName);
  if (!user) return refusal('Nobody is there to sign in.');
  const hardware = `${manufacturer}\n${model}\n${serialNumber} prepared`;
  const id = newId('managedDevice', hardware);
  const identity = { serialNumber, manufacturer, model, systemFamily: '', skuNumber: '', productKeyId: '' };
  insertManagedDevice(tenant, {
    id,
    deviceName: newDeviceName(id),
    identity: { ...identity, hasTpm: true, isVirtualMachine: false },
    entraDeviceId: insertEntraDevice(tenant, device, { isHybrid: false, hardware }),
    user,
    isHybrid: false,
    enrollmentProfileName: POLICY,
    enrollmentType: 'windowsAzureADJoin',
    autopilotEnrolled: false,
  });
  if (link) associatedDevices.update(link.id, { managedDeviceId: id });
  return null;
}
