import { z } from 'zod';
import { chosenJoinType } from '../scenarios/scenarioName.ts';

const text = z.string().nullable();
const flag = z.boolean().nullable();

/** Whom a profile is for: `group`, `exclusionGroup`, `allDevices`, or a word that is new to us, as it came. */
export const profileAssignment = z.object({ target: z.string(), groupId: text });
export type ProfileAssignment = z.infer<typeof profileAssignment>;

/**
 * A deployment profile with every setting that Microsoft tells; null is what it did not tell. Words that are new to us
 * pass as they came. Source: windowsAutopilotDeploymentProfile (Microsoft Graph, beta).
 */
export const tenantProfile = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  /** The type as Graph names it. */
  kind: text,
  join: chosenJoinType.nullable(),
  /** `singleUser` (user-driven) or `shared` (self-deploying). */
  usage: text,
  allowsPreProvisioning: flag,
  nameTemplate: text,
  /** `os-default`, a language tag, or an empty text: the user chooses. */
  language: text,
  /** `standard` or `administrator`. */
  accountType: text,
  hidesLicense: flag,
  hidesPrivacy: flag,
  hidesChangeAccount: flag,
  skipsKeyboard: flag,
  /** Hybrid only: whether Windows goes on without a domain controller in sight. */
  skipsConnectivityCheck: flag,
  /** Whether Intune registers all devices of the assigned groups with Windows Autopilot. */
  convertsAll: flag,
  /** `windowsPc`, `holoLens`, … */
  deviceType: text,
  createdAt: z.iso.datetime().nullable(),
  modifiedAt: z.iso.datetime().nullable(),
  /** Null where they could not be read. */
  assignments: z.array(profileAssignment).nullable(),
  /** What Microsoft tells besides, as it came. */
  others: z.record(z.string(), z.unknown()),
});
export type TenantProfile = z.infer<typeof tenantProfile>;
