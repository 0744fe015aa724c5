import { z } from 'zod';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { readAll, readRows } from '../paging.ts';
import { readOne } from '../readOne.ts';
import { optionalBoolean, optionalInstant, optionalText } from './wire.ts';

export interface ProfileAssignment {
  readonly id: string;
  /** `groupAssignmentTarget`, `allDevicesAssignmentTarget` and so on, as Microsoft spells it. */
  readonly target: string | null;
  readonly groupId: string | null;
}

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
  readonly assignments: readonly ProfileAssignment[];
}

const assignment = z
  .object({
    id: z.string(),
    target: z.object({ '@odata.type': optionalText, groupId: optionalText }).nullish(),
  })
  .transform(({ id, target }): ProfileAssignment => ({
    id,
    target: target?.['@odata.type']?.replace('#microsoft.graph.', '') ?? null,
    groupId: target?.groupId ?? null,
  }));

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
    assignments: z.array(z.unknown()).nullish(),
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
    assignments: readRows(wire.assignments ?? [], assignment),
  }));

const joins: Readonly<Record<string, DeploymentProfile['join']>> = {
  '#microsoft.graph.azureADWindowsAutopilotDeploymentProfile': 'entra',
  '#microsoft.graph.activeDirectoryWindowsAutopilotDeploymentProfile': 'hybrid',
};

const BASE = '/deviceManagement/windowsAutopilotDeploymentProfiles';
const read = {
  version: 'beta',
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;

/** All deployment profiles with the groups they are assigned to. */
export function listDeploymentProfiles(
  client: GraphClient,
  signal: AbortSignal,
): Promise<readonly DeploymentProfile[]> {
  return readAll(client, { ...read, path: `${BASE}?$expand=assignments` }, deploymentProfile, signal);
}

export function getDeploymentProfile(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<DeploymentProfile | null> {
  const path = `${BASE}/${encodeURIComponent(id)}?$expand=assignments`;
  return readOne(client, { ...read, path }, deploymentProfile, signal);
}
