import { z } from 'zod';
import { chosenJoinType, chosenScenario } from '../scenarios/scenarioName.ts';
import { scenarioChoice, scenarioRule } from '../scenarios/scenarioRule.ts';
import { field, given, schemasFor } from './deviceField.ts';
import { registrant } from './registrant.ts';
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
  /** When somebody looked and found a TPM 2.0 in it, and who: what counts while no hash tells. */
  tpmConfirmedAt: field(instant, null),
  tpmConfirmedBy: field(text, null),
  isVirtualMachine: field(z.boolean(), false, 'intake'),
  /** Its captures tell: it has no column. */
  hasHardwareHash: given(z.boolean()),
  /** Whether a DeviceLink for device preparation is kept with it, or was until it was associated by that. */
  hasDeviceLink: given(z.boolean()),
  groupTag: field(text, null, 'intake', 'search'),
  assignedUser: field(text, null, 'intake', 'search'),
  assignedUserName: field(text, null, 'search'),
  deviceName: field(text, null, 'intake', 'search'),
  /** What Microsoft held when the device was last read by itself (`microsoftReadAt`): group tag, user, and the name to give. */
  heldGroupTag: field(text, null, 'tracking', 'search'),
  heldUser: field(text, null, 'tracking', 'search'),
  heldUserName: field(text, null, 'search'),
  /** Since when nobody here may know its user: what Microsoft tells of one is not kept, until a user is chosen anew. */
  userErasedAt: field(instant, null),
  heldName: field(text, null, 'search'),
  /** When it was noticed that somebody else had set what Microsoft holds; null where this queue sent it, or nobody changed it. */
  groupTagElsewhereAt: field(instant, null),
  userElsewhereAt: field(instant, null),
  nameElsewhereAt: field(instant, null),
  purchaseOrderElsewhereAt: field(instant, null),
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
  /** What a person expects of this very device; what counts is `expectedProfileOf`. */
  expectedProfile: field(text, null),
  /** What a person chose for this very device; what counts is `scenarioOf`. */
  chosenScenario: field(chosenScenario.nullable(), null),
  chosenJoinType: field(chosenJoinType.nullable(), null),
  /** What was said of all devices of the import that brought it, or met it last. */
  batchScenario: field(chosenScenario.nullable(), null),
  batchJoinType: field(chosenJoinType.nullable(), null),
  /** What its tenant says of its group tag, and of all its devices: neither has a column here. */
  tagRule: given(scenarioRule.nullable()),
  tenantDefault: given(scenarioChoice.nullable()),

  registration: field(registrationStatus, 'none', 'intake', 'tracking'),
  registrationError: field(reportedError.nullable(), null),
  registrationAt: field(instant, null, 'tracking'),
  /** Who registered it; null while that cannot be told. */
  registeredBy: field(registrant.nullable(), null),
  /** How a device without a hash is to be registered, where a person said so; what counts is `goesByPartner`. */
  registrationWay: field(z.enum(['hash', 'partner']).nullable(), null),
  /** When it was last written into a file for Partner Center, and the name of that file. */
  partnerFileAt: field(instant, null),
  partnerFileName: field(text, null),
  /** Whether a capture showed another mainboard than the registered one, so that it has to be registered anew. */
  needsNewRegistration: field(z.boolean(), false, 'intake'),
  /** When it was registered anew with another mainboard: for the capture Windows was in use, so it must be reset. */
  boardReplacedAt: field(instant, null),
  /** When somebody said that it has been reset since. */
  resetConfirmedAt: field(instant, null),

  profile: field(profileStatus, 'unknown', 'tracking'),
  /** Microsoft's own word beside the status, as it came: inSync, outOfSync, unknownSync, or a value new to us. */
  profileDetail: field(text, null, 'tracking'),
  profileName: field(text, null, 'tracking'),
  profileAssignedAt: field(instant, null, 'tracking'),
  profileAllowsPreProvisioning: field(z.boolean().nullable(), null, 'tracking'),
  /** `singleUser`, `shared` (self-deploying) or a word new to us, as it came. */
  profileUsage: field(text, null, 'tracking'),
  profileJoin: field(chosenJoinType.nullable(), null, 'tracking'),
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
  /** When the code on its Autopilot page was last scanned: what that proves is `pageEvidenceOf`. */
  pageScannedAt: field(instant, null),
  /** The name of the profile that somebody read on that page. */
  profileOnPage: field(text, null),
  /** When Microsoft was last asked about this device by itself. */
  microsoftReadAt: field(instant, null, 'tracking'),

  /** The shelf or port of the lab where it stands; null where nobody said, or it has gone. */
  shelf: field(text, null, 'search'),
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
 * `groupTag`, `assignedUser` and `deviceName` are what the person wants; what Microsoft holds is in the fields `held…`.
 */
export const deviceRecord = z.object(schemasFor(deviceFields, 'record'));
export type DeviceRecord = z.infer<typeof deviceRecord>;

/** The fields that hold what Microsoft alone tells, as it was told; null where it tells nothing. */
export const copiedFields = z.object(schemasFor(deviceFields, 'copied')).keyof().options;
