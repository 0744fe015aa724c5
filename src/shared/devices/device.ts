import { z } from 'zod';
import { chosenScenario, joinType, scenarioChooser } from '../scenarios/scenarioName.ts';
import { field, given, schemasFor } from './deviceField.ts';
import {
  benchStatus,
  enrollmentStatus,
  profileStatus,
  registrationStatus,
  remediationStatus,
  resealStatus,
} from './status.ts';

const text = z.string().nullable();
/** An instant as ISO 8601 in UTC, or null while it has not happened. */
export const instant = z.iso.datetime().nullable();

/** A code and name as Microsoft or the technician gave them. */
export const reportedError = z.object({
  code: z.union([z.number(), z.string()]).nullable(),
  name: text,
  message: text,
});
export type ReportedError = z.infer<typeof reportedError>;

/**
 * Every field of a device, once: its schema, its value while nobody has said anything of it, and what it is for. What is
 * stored, read, compared and searched follows from here. To add a field: an entry here, a migration that adds its column
 * (`ztdId` is `ztd_id`) with the same default, and its word on the device's page (`IdentityTab.tsx`).
 */
export const deviceFields = {
  id: given(z.uuid(), 'identity', 'tracking'),
  tenantId: given(z.uuid(), 'identity'),
  /** Null for a device that is known by its product key ID only. */
  serialNumber: given(text, 'identity', 'intake', 'tracking', 'search'),
  manufacturer: field(text, null, 'identity', 'intake', 'tracking', 'search'),
  model: field(text, null, 'identity', 'intake', 'tracking', 'search'),
  productKeyId: field(text, null, 'identity', 'intake'),
  smbiosUuid: field(text, null, 'identity', 'intake'),
  tpmEndorsementKeySha256: field(text, null, 'identity', 'intake'),
  tpmVersion: field(text, null, 'intake'),
  isVirtualMachine: field(z.boolean(), false, 'intake'),
  /** Its captures tell: it has no column. */
  hasHardwareHash: given(z.boolean()),
  /** Whether a DeviceLink for device preparation is kept with it. */
  hasDeviceLink: given(z.boolean()),
  groupTag: field(text, null, 'intake', 'search'),
  assignedUser: field(text, null, 'intake', 'search'),
  assignedUserName: field(text, null, 'search'),
  deviceName: field(text, null, 'intake', 'search'),
  /** The depot's own order, which a person gives an import; Microsoft is not told. */
  orderNumber: field(text, null, 'intake', 'search'),
  /** The reseller's order as a file or a person said it. It stands beside what Microsoft holds, and neither replaces the other. */
  purchaseOrderInFile: field(text, null, 'intake', 'tracking', 'search'),
  /** The reseller's order as Microsoft holds it: a partner uploads it with the hash, nobody else can set it. No group tag. */
  purchaseOrder: field(text, null, 'tracking', 'copied', 'search'),
  batchId: field(z.uuid().nullable(), null),
  ztdId: field(text, null, 'tracking', 'search'),
  /** The serial number under which Microsoft holds the registration. */
  registeredSerialNumber: field(text, null, 'tracking'),
  expectedProfile: field(text, null),
  /** The scenario that somebody chose, and who; what counts is `scenarioOf`. */
  chosenScenario: field(chosenScenario.nullable(), null),
  chosenScenarioBy: field(scenarioChooser.nullable(), null),
  chosenJoinType: field(joinType.exclude(['unknown']).nullable(), null),

  registration: field(registrationStatus, 'none', 'intake', 'tracking'),
  registrationError: field(reportedError.nullable(), null),
  registrationAt: field(instant, null, 'tracking'),
  /** Who registered it: this queue, or somebody else, such as its maker; null while that cannot be told. */
  registeredBy: field(z.enum(['here', 'other']).nullable(), null),
  /** Whether a capture showed another mainboard than the registered one, so that it has to be registered anew. */
  needsNewRegistration: field(z.boolean(), false, 'intake'),

  profile: field(profileStatus, 'unknown', 'tracking'),
  /** Microsoft's own word beside the status, as it came: inSync, outOfSync, unknownSync, or a value new to us. */
  profileDetail: field(text, null, 'tracking'),
  profileName: field(text, null, 'tracking'),
  profileAssignedAt: field(instant, null, 'tracking'),
  profileAllowsPreProvisioning: field(z.boolean().nullable(), null, 'tracking'),
  /** `singleUser`, `shared` (self-deploying) or a word new to us, as it came. */
  profileUsage: field(text, null, 'tracking'),
  profileJoin: field(joinType.exclude(['unknown']).nullable(), null, 'tracking'),
  profileAt: field(instant, null),
  remediation: field(remediationStatus, 'unknown', 'tracking'),
  /** Microsoft's own word where it is new to us. */
  remediationDetail: field(text, null, 'tracking'),
  /** Since when that has been so: as Microsoft dates it, or when it was first seen. */
  remediationAt: field(instant, null, 'tracking'),

  enrollment: field(enrollmentStatus, 'unknown', 'tracking'),
  enrollmentDetail: field(text, null, 'tracking'),
  enrollmentAt: field(instant, null),
  managedDeviceId: field(text, null, 'tracking', 'copied'),
  entraDeviceId: field(text, null, 'tracking', 'copied'),
  /** The Intune record that is known to be deleted: Autopilot may go on naming it for a while. */
  deletedManagedDeviceId: field(text, null, 'tracking'),
  /** What Intune's own record told when it was read last; all null while it was not, or where there is none. */
  intuneEnrolledAt: field(instant, null),
  /** When the device was in contact with Intune, and the same as it was told: a clock that runs ahead tells the future. */
  intuneContactAt: field(instant, null),
  intuneContactTold: field(text, null),
  /** Whether the record has a primary user; who that is, is not kept. */
  intuneHasUser: field(z.boolean().nullable(), null),
  intuneReadAt: field(instant, null),
  /** The computer account that somebody has still to delete in Active Directory; empty where its name is not known. */
  computerAccount: field(text, null),
  lastContactAt: field(instant, null, 'tracking'),
  /** When Microsoft was last asked about this device by itself. */
  microsoftReadAt: field(instant, null),

  bench: field(benchStatus, 'notStarted'),
  benchError: field(reportedError.nullable(), null),
  benchStartedAt: field(instant, null),
  benchEndedAt: field(instant, null),

  reseal: field(resealStatus, 'notResealed'),
  resealedAt: field(instant, null),
  shippedAt: field(instant, null),
  userFlowDoneAt: field(instant, null),

  createdAt: given(z.iso.datetime()),
  updatedAt: given(z.iso.datetime()),
};

/**
 * A device as it stands in the queue: who it is, what a person wants for it, and five statuses that are never merged.
 * `groupTag`, `assignedUser` and `deviceName` are what the person wants; what Microsoft holds is in `microsoft`.
 */
export const deviceRecord = z.object(schemasFor(deviceFields, 'record'));
export type DeviceRecord = z.infer<typeof deviceRecord>;

/** The fields that hold what Microsoft alone tells, as it was told; null where it tells nothing. */
export const copiedFields = z.object(schemasFor(deviceFields, 'copied')).keyof().options;
