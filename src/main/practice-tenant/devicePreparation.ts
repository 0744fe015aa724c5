import {
  insertEntraDevice,
  insertManagedDevice,
  newDeviceName,
  refusal,
  whoSignsIn,
  type FlowRefusal,
} from './enrollment.ts';
import type { DeploymentResult } from './deploymentEvent.ts';
import { deviceIdentifierOf } from './resources/corporateIdentifiers.ts';
import type { Tenant } from './tenant.ts';

/** A device as it names itself at its first start. */
interface StartedDevice {
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  /** Who signs in; the technician of the tenant where empty. */
  readonly userPrincipalName: string;
}

interface PreparedDevice extends StartedDevice {
  readonly result: DeploymentResult;
  /** What the last application answers in a preparation that fails, as Windows writes it. */
  readonly errorCode: string;
}

/**
 * Plays a user who signs in on a device that Windows Autopilot does not know: the policy of the user's group prepares it. Personal
 * devices are blocked here, so Intune must have its corporate identifier or its DeviceLink. Returns why not where it could not have
 * gone on. Source: "Overview of Windows Autopilot device preparation" (Microsoft Learn).
 */
export function runDevicePreparation(tenant: Tenant, device: PreparedDevice): FlowRefusal | null {
  const { devices, managedDevices, corporateIdentifiers, associatedDevices, preparationPolicies, newId } = tenant.state;
  const { serialNumber, manufacturer, model } = device;
  const isSame = (one: Omit<StartedDevice, 'userPrincipalName'>): boolean =>
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
  const [policy] = preparationPolicies.all();
  const groupId = policy?.deviceGroupId ?? null;
  if (policy === undefined || groupId === null || policy.userGroupId === null) {
    return refusal('Device preparation does not begin: no policy with a device group is assigned to the user.');
  }
  const user = whoSignsIn(tenant, device.userPrincipalName);
  if (!user) return refusal('Nobody is there to sign in.');
  const hardware = `${manufacturer}\n${model}\n${serialNumber} prepared`;
  const id = newId('managedDevice', hardware);
  const identity = { serialNumber, manufacturer, model, systemFamily: '', skuNumber: '', productKeyId: '' };
  const entraDeviceId = insertEntraDevice(tenant, device, { isHybrid: false, hardware });
  insertManagedDevice(tenant, {
    id,
    deviceName: newDeviceName(id),
    identity: { ...identity, hasTpm: true, isVirtualMachine: false },
    entraDeviceId,
    user,
    isHybrid: false,
    enrollmentProfileName: policy.name,
    enrollmentType: 'windowsAzureADJoin',
    autopilotEnrolled: false,
  });
  if (link) associatedDevices.update(link.id, { managedDeviceId: id });
  joinGroup(tenant, groupId, entraDeviceId);
  report(tenant, device, { id, userPrincipalName: user.userPrincipalName });
  return null;
}

/** Only an owner may put the device into the group; without one it stays outside, and gets no apps. */
function joinGroup({ state }: Tenant, groupId: string, entraDeviceId: string): void {
  const object = state.entraDevices.all().find(({ deviceId }) => deviceId === entraDeviceId);
  if (object === undefined || state.groups.find(groupId)?.hasProvisioningOwner !== 1) return;
  state.database
    .prepare<[string, string]>('INSERT INTO group_member (group_id, member_id) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .run(groupId, object.id);
}

const SUCCEEDED = '2';
const FAILED = '3';
const TWO_TO_THE_32 = 2 ** 32;

/** Writes the row of the report: numbers as texts, and a time without its zone. */
function report(
  { state, clock }: Tenant,
  { serialNumber, result, errorCode }: PreparedDevice,
  enrolled: { readonly id: string; readonly userPrincipalName: string },
): void {
  const isSuccess = result === 'success';
  const document = {
    DeviceId: enrolled.id,
    DeviceName: newDeviceName(enrolled.id),
    SerialNumber: serialNumber,
    UPN: enrolled.userPrincipalName,
    EnrollmentTimeInUtc: new Date(clock.now()).toISOString().replace('T', ' ').replace('Z', '0000'),
    CurrentProvisioningPhase: isSuccess ? '4' : '3',
    DeploymentStatus: isSuccess ? SUCCEEDED : FAILED,
    DeploymentDurationTimeInSeconds: '1260',
    Phase: isSuccess ? '4' : '3',
    ResultCode: isSuccess ? '0' : String(Number(errorCode) - TWO_TO_THE_32),
  };
  state.preparedDevices.insert({
    id: state.newId('preparedDevice', enrolled.id),
    position: (state.preparedDevices.all().at(-1)?.position ?? 0) + 1,
    document: JSON.stringify(document),
  });
}
