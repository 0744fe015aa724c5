import { isoTimeOrNever, NEVER, ZERO_GUID, type PracticeVersion, type JsonObject } from '../protocol/graphMessages.ts';
import type { PracticeDeviceRow } from '../state/rows.ts';

/**
 * An Autopilot device as Graph shows it. A list row is partial: last contact and display name are right only in the
 * answer to a single get.
 */
export function autopilotDeviceBody(
  device: PracticeDeviceRow,
  version: PracticeVersion,
  view: 'listRow' | 'single',
): JsonObject {
  const isSingle = view === 'single';
  const common = {
    id: device.id,
    groupTag: device.groupTag,
    purchaseOrderIdentifier: purchaseOrderOf(device),
    serialNumber: device.serialNumber,
    productKey: device.productKey,
    manufacturer: device.manufacturer,
    model: device.model,
    enrollmentState: version === 'v1.0' ? stateInV1(device.enrollmentState) : device.enrollmentState,
    lastContactedDateTime: isSingle ? isoTimeOrNever(device.lastContactedAt) : NEVER,
    addressableUserName: device.addressableUserName,
    userPrincipalName: device.userPrincipalName,
    resourceName: '',
    skuNumber: device.skuNumber,
    systemFamily: device.systemFamily,
    // Graph says "none" in one way here and in another there.
    azureActiveDirectoryDeviceId: device.entraDeviceId === '' ? ZERO_GUID : device.entraDeviceId,
    managedDeviceId: device.managedDeviceId ?? ZERO_GUID,
    displayName: isSingle ? device.displayName : '',
  };
  if (version === 'v1.0') return common;
  return {
    ...common,
    azureAdDeviceId: device.entraDeviceId,
    deploymentProfileAssignmentStatus: device.profileStatus,
    deploymentProfileAssignmentDetailedStatus: device.profileDetailedStatus,
    deploymentProfileAssignedDateTime: isoTimeOrNever(device.profileAssignedAt),
    remediationState: device.remediationState,
    remediationStateLastModifiedDateTime: isoTimeOrNever(device.remediationChangedAt),
    userlessEnrollmentStatus: device.userlessEnrollmentStatus,
    deviceAccountUpn: '',
    deviceAccountPassword: '',
    deviceFriendlyName: '',
  };
}

/** The metadata of v1.0 has no word for a device that is kept from enrolling again; it is enrolled all the same. */
const stateInV1 = (state: string): string => (state === 'blocked' ? 'enrolled' : state);

/** Graph itself cannot set it: partners upload it with the hash. Here a serial number such as `PF1-PO76222342` stands for that. */
function purchaseOrderOf({ serialNumber }: PracticeDeviceRow): string {
  return /PO(\d{4,})/i.exec(serialNumber)?.[1] ?? '';
}
