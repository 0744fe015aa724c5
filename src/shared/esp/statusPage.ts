import { z } from 'zod';
import { profileAssignment } from '../profiles/tenantProfile.ts';

const text = z.string().nullable();
const flag = z.boolean().nullable();
const whole = z.number().int().nullable();

/** Whom a page is for, as with profiles; an assignment filter narrows it by what only Intune can judge. */
export const pageAssignment = profileAssignment.extend({ hasFilter: z.boolean() });
export type PageAssignment = z.infer<typeof pageAssignment>;

/** An app of Intune; its name is null where it may not be read. */
const blockingApp = z.object({ id: z.string(), name: text });

/**
 * A configuration of the Enrollment Status Page with every setting that Microsoft tells; null is what it did not tell.
 * Source: windows10EnrollmentCompletionPageConfiguration (Microsoft Graph, beta).
 */
export const statusPage = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  /** The one that is there from the start: it counts where no other does, whatever its priority. */
  isDefault: z.boolean(),
  /** The lowest number wins. */
  priority: whole,
  showsProgress: flag,
  timeoutMinutes: whole,
  errorMessage: text,
  collectsLogs: flag,
  /** Only devices that are in their first start show it. */
  firstStartOnly: flag,
  installsUpdates: flag,
  /** Whether the device is held until all is installed; the two settings after it count only then. */
  blocksUse: flag,
  allowsReset: flag,
  allowsUse: flag,
  /** The apps that hold the device; empty: all required ones do. */
  blockingApps: z.array(blockingApp).nullable(),
  /** Whether the technician flow fails for these apps only. */
  failsForBlockingOnly: flag,
  /** Whether users after the first see no account setup. */
  firstUserOnly: flag,
  createdAt: z.iso.datetime().nullable(),
  modifiedAt: z.iso.datetime().nullable(),
  /** Null where they could not be read. */
  assignments: z.array(pageAssignment).nullable(),
  /** What Microsoft tells besides, as it came. */
  others: z.record(z.string(), z.unknown()),
});
export type StatusPage = z.infer<typeof statusPage>;
