import { z } from 'zod';
import { optionalBoolean, optionalInstant, optionalText } from './wire.ts';

export interface DeploymentProfile {
  readonly id: string;
  readonly displayName: string | null;
  /** `hybrid` joins Active Directory and Entra; null where the kind of profile is new to us. */
  readonly join: 'entra' | 'hybrid' | null;
  readonly allowsPreProvisioning: boolean | null;
  readonly deviceNameTemplate: string | null;
  readonly deviceType: string | null;
  /** `singleUser` or `shared` (self-deploying), as it came. */
  readonly deviceUsageType: string | null;
  readonly createdAt: string | null;
}

const experience = z.object({ deviceUsageType: optionalText }).nullish();

/** Reads the property names of 2024 and later first, then the deprecated ones (deprecation announced May 2024). */
export const deploymentProfile = z
  .object({
    '@odata.type': optionalText,
    id: z.string().min(1),
    displayName: optionalText,
    preprovisioningAllowed: optionalBoolean,
    enableWhiteGlove: optionalBoolean,
    deviceNameTemplate: optionalText,
    deviceType: optionalText,
    outOfBoxExperienceSetting: experience,
    outOfBoxExperienceSettings: experience,
    createdDateTime: optionalInstant,
  })
  .transform((wire): DeploymentProfile => ({
    id: wire.id,
    displayName: wire.displayName,
    join: joins[wire['@odata.type'] ?? ''] ?? null,
    allowsPreProvisioning: wire.preprovisioningAllowed ?? wire.enableWhiteGlove,
    deviceNameTemplate: wire.deviceNameTemplate,
    deviceType: wire.deviceType,
    deviceUsageType:
      wire.outOfBoxExperienceSetting?.deviceUsageType ?? wire.outOfBoxExperienceSettings?.deviceUsageType ?? null,
    createdAt: wire.createdDateTime,
  }));

const joins: Readonly<Record<string, DeploymentProfile['join']>> = {
  '#microsoft.graph.azureADWindowsAutopilotDeploymentProfile': 'entra',
  '#microsoft.graph.activeDirectoryWindowsAutopilotDeploymentProfile': 'hybrid',
};
