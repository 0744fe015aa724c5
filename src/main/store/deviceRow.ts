import { z } from 'zod';
import { deviceRecord, reportedError, type DeviceRecord } from '../../shared/devices/device.ts';

/** The columns of a device, named as the record names them; whether it has a hash is a question to its captures. */
export const deviceColumns = `
  device.id, device.tenant_id AS tenantId, device.serial_number AS serialNumber, manufacturer, model,
  product_key_id AS productKeyId, smbios_uuid AS smbiosUuid, tpm_endorsement_key_sha256 AS tpmEndorsementKeySha256,
  tpm_version AS tpmVersion, is_virtual_machine AS isVirtualMachine,
  EXISTS (SELECT 1 FROM hash_capture WHERE hash_capture.device_id = device.id) AS hasHardwareHash,
  group_tag AS groupTag, assigned_user AS assignedUser, assigned_user_name AS assignedUserName,
  device_name AS deviceName, order_number AS orderNumber, device.batch_id AS batchId, ztd_id AS ztdId,
  expected_profile AS expectedProfile, registration, registration_error AS registrationError,
  registration_at AS registrationAt, needs_new_registration AS needsNewRegistration, profile, profile_detail AS profileDetail, profile_name AS profileName,
  profile_assigned_at AS profileAssignedAt, profile_allows_pre_provisioning AS profileAllowsPreProvisioning,
  profile_at AS profileAt, remediation, remediation_detail AS remediationDetail, remediation_at AS remediationAt, enrollment, enrollment_detail AS enrollmentDetail,
  enrollment_at AS enrollmentAt, managed_device_id AS managedDeviceId, entra_device_id AS entraDeviceId,
  computer_account AS computerAccount, last_contact_at AS lastContactAt, bench, bench_error AS benchError,
  bench_started_at AS benchStartedAt,
  bench_ended_at AS benchEndedAt, reseal, resealed_at AS resealedAt, shipped_at AS shippedAt,
  user_flow_done_at AS userFlowDoneAt, device.created_at AS createdAt, device.updated_at AS updatedAt`;

const flag = z.number().transform((value) => value === 1);
const storedError = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : reportedError.parse(JSON.parse(text))));

const deviceRow = deviceRecord.extend({
  isVirtualMachine: flag,
  needsNewRegistration: flag,
  hasHardwareHash: flag,
  profileAllowsPreProvisioning: z
    .number()
    .nullable()
    .transform((value) => (value === null ? null : value === 1)),
  registrationError: storedError,
  benchError: storedError,
});

/** What following a device at Microsoft's needs of it. */
const followedFields = {
  id: true,
  ztdId: true,
  entraDeviceId: true,
  managedDeviceId: true,
  manufacturer: true,
  model: true,
  registration: true,
  registrationAt: true,
  profile: true,
  profileDetail: true,
  profileName: true,
  profileAssignedAt: true,
  profileAllowsPreProvisioning: true,
  remediation: true,
  remediationDetail: true,
  remediationAt: true,
  enrollment: true,
  enrollmentDetail: true,
  lastContactAt: true,
} as const;
export type FollowedDevice = Pick<DeviceRecord, keyof typeof followedFields>;
export const followedColumns = `id, ztd_id AS ztdId, entra_device_id AS entraDeviceId, managed_device_id AS managedDeviceId,
  manufacturer, model, registration, registration_at AS registrationAt, profile, profile_detail AS profileDetail,
  profile_name AS profileName, profile_assigned_at AS profileAssignedAt,
  profile_allows_pre_provisioning AS profileAllowsPreProvisioning, remediation, remediation_detail AS remediationDetail,
  remediation_at AS remediationAt, enrollment, enrollment_detail AS enrollmentDetail, last_contact_at AS lastContactAt`;
const followedRow = deviceRow.pick(followedFields);

/** @param row with `followedColumns` @throws ZodError when the database holds what this program does not know */
export function followedFromRow(row: unknown): FollowedDevice {
  return followedRow.parse(row);
}

/** A row of the database as a device. @throws ZodError when the database holds what this program does not know */
export function deviceFromRow(row: unknown): DeviceRecord {
  return deviceRow.parse(row);
}

export type StoredValues = Readonly<Record<string, string | number | null>>;

/** A device as the values of a statement. */
export function rowFromDevice(device: DeviceRecord): StoredValues {
  return { ...valuesFromDevice(device), hasHardwareHash: Number(device.hasHardwareHash) };
}

/**
 * What is known of a device, as SQLite holds it: numbers for flags, JSON for errors, ZTDIDs in lower case. Whether it has
 * a hash is left out: its captures answer that.
 */
export function valuesFromDevice(device: Partial<DeviceRecord>): StoredValues {
  const values: Record<string, string | number | null> = {};
  for (const [field, value] of Object.entries(device)) {
    if (field === 'hasHardwareHash') continue;
    if (typeof value === 'boolean') values[field] = Number(value);
    else if (typeof value === 'object' && value !== null) values[field] = JSON.stringify(value);
    else values[field] = value;
  }
  if (typeof values['ztdId'] === 'string') values['ztdId'] = values['ztdId'].toLowerCase();
  return values;
}

/** The column of a field of the record: `ztdId` is kept as `ztd_id`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
