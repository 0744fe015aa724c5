import { z } from 'zod';
import { instant } from '../devices/device.ts';

const text = z.string().nullable();
const flag = z.boolean().nullable();

/** Whom something is for: `group`, `exclusionGroup`, `allDevices`, `allLicensedUsers`, or a word that is new to us, as it came. */
export const preparationTarget = z.object({
  target: z.string(),
  groupId: text,
  /** Of an app: `required`, `available`, … */
  intent: text,
});
export type PreparationTarget = z.infer<typeof preparationTarget>;

/** Settings of a policy; null is what it does not tell, and values that are new to us pass as they came. */
export const preparationSettings = z.object({
  mode: text,
  type: text,
  join: text,
  accountType: text,
  /** How long the device may take before an error is shown. */
  minutes: z.number().nullable(),
  errorMessage: text,
  allowsSkip: flag,
  allowsDiagnostics: flag,
});
export type PreparationSettings = z.infer<typeof preparationSettings>;

/** An app or a script that a policy waits for. */
export const preparedItem = z.object({
  id: z.string(),
  /** Of an app: the type as Graph names it. */
  type: text,
  /** Null where it could not be read. */
  name: text,
  /** `system` or `user`. */
  runAs: text,
  /** Null where they could not be read. */
  targets: z.array(preparationTarget).nullable(),
});
export type PreparedItem = z.infer<typeof preparedItem>;

/** The group that devices come into when they enroll: the target at the time of enrollment, not the setting of the policy. */
export const deviceGroup = z.object({
  /** Null where the policy has none. */
  id: text,
  /** What Intune itself has against it, as it came; null where it has nothing. */
  problem: text,
  name: text,
  isSecurity: flag,
  isDynamic: flag,
  isRoleAssignable: flag,
  /** Whether Intune’s provisioning client owns it, and so may put devices into it. */
  hasOwner: flag,
});
export type DeviceGroup = z.infer<typeof deviceGroup>;

/** What of a policy could not be read, and what Microsoft said; what is not known is never taken for right or for missing. */
export const preparationPart = z.enum([
  'settings',
  'assignments',
  'deviceGroup',
  'groupRules',
  'groupOwner',
  'apps',
  'scripts',
]);
export type PreparationPart = z.infer<typeof preparationPart>;
const unread = z.object({ part: preparationPart, message: z.string() });
export type UnreadPart = z.infer<typeof unread>;

/**
 * A policy of Windows Autopilot device preparation. Source: deviceManagementConfigurationPolicy (Microsoft Graph, beta), and
 * “Windows Autopilot device preparation policy” (Microsoft).
 */
export const preparationPolicy = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  /** By a user at the first start, or by Windows 365 and the like; null where its template is new to us. */
  kind: z.enum(['userDriven', 'automatic']).nullable(),
  /** Of several for one user, the lowest wins. */
  priority: z.number().nullable(),
  createdAt: instant,
  modifiedAt: instant,
  settings: preparationSettings.nullable(),
  /** The groups of users; null where they could not be read. */
  assignments: z.array(preparationTarget).nullable(),
  /** Null where it could not be read, which does not mean that there is none. */
  deviceGroup: deviceGroup.nullable(),
  apps: z.array(preparedItem),
  scripts: z.array(preparedItem),
  unread: z.array(unread),
});
export type PreparationPolicy = z.infer<typeof preparationPolicy>;
