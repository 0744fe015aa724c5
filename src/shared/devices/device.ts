import { z } from 'zod';
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
 * A device as it stands in the queue: who it is, what a person wants for it, and five statuses that are never merged.
 * `groupTag`, `assignedUser` and `deviceName` are what the person wants; what Microsoft holds is in `microsoft`.
 */
export const deviceRecord = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  /** Null for a device that is known by its product key ID only. */
  serialNumber: text,
  manufacturer: text,
  model: text,
  productKeyId: text,
  smbiosUuid: text,
  tpmEndorsementKeySha256: text,
  tpmVersion: text,
  isVirtualMachine: z.boolean(),
  hasHardwareHash: z.boolean(),
  groupTag: text,
  assignedUser: text,
  assignedUserName: text,
  deviceName: text,
  orderNumber: text,
  batchId: z.uuid().nullable(),
  ztdId: text,
  expectedProfile: text,

  registration: registrationStatus,
  registrationError: reportedError.nullable(),
  registrationAt: instant,
  /** Whether a capture showed another mainboard than the registered one, so that it has to be registered anew. */
  needsNewRegistration: z.boolean(),

  profile: profileStatus,
  /** Microsoft's own word beside the status, as it came: inSync, outOfSync, unknownSync, or a value new to us. */
  profileDetail: text,
  profileName: text,
  profileAssignedAt: instant,
  profileAllowsPreProvisioning: z.boolean().nullable(),
  profileAt: instant,
  remediation: remediationStatus,
  /** Microsoft's own word where it is new to us. */
  remediationDetail: text,
  /** Since when that has been so: as Microsoft dates it, or when it was first seen. */
  remediationAt: instant,

  enrollment: enrollmentStatus,
  enrollmentDetail: text,
  enrollmentAt: instant,
  managedDeviceId: text,
  entraDeviceId: text,
  /** The computer account that somebody has still to delete in Active Directory; empty where its name is not known. */
  computerAccount: text,
  lastContactAt: instant,

  bench: benchStatus,
  benchError: reportedError.nullable(),
  benchStartedAt: instant,
  benchEndedAt: instant,

  reseal: resealStatus,
  resealedAt: instant,
  shippedAt: instant,
  userFlowDoneAt: instant,

  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type DeviceRecord = z.infer<typeof deviceRecord>;
