import type { GraphClient } from '../graphClient.ts';

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

/** All deployment profiles with the groups they are assigned to. */
export declare function listDeploymentProfiles(
  client: GraphClient,
  signal: AbortSignal,
): Promise<readonly DeploymentProfile[]>;
export declare function getDeploymentProfile(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<DeploymentProfile | null>;
