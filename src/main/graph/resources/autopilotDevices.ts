import type { GraphClient } from '../graphClient.ts';
import type { DeploymentProfile } from './deploymentProfiles.ts';

/**
 * A row of the Autopilot device list. Rows are partial: `lastContactedAt`, `displayName` and other computed fields are
 * right only in a device that was read by itself.
 */
export interface AutopilotDeviceRow {
  /** The ZTDID. */
  readonly id: string;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly productKeyId: string | null;
  readonly groupTag: string | null;
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
  readonly addressableUserName: string | null;
  readonly enrollmentState: string | null;
  readonly lastContactedAt: string | null;
  readonly entraDeviceId: string | null;
  readonly managedDeviceId: string | null;
  readonly profileStatus: string | null;
  readonly profileDetailedStatus: string | null;
  readonly profileAssignedAt: string | null;
  readonly remediationState: string | null;
  readonly userlessEnrollmentStatus: string | null;
  /** Everything as it came, for the person who wants to see it; passwords of Surface Hub accounts left out. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A device read by itself, with the profile it has and the one it is to get. */
export interface AutopilotDevice extends AutopilotDeviceRow {
  readonly deploymentProfile: DeploymentProfile | null;
  readonly intendedDeploymentProfile: DeploymentProfile | null;
}

/** What is left out stays as it is; an empty text clears. */
export interface AutopilotDeviceProperties {
  readonly groupTag?: string;
  readonly displayName?: string;
  readonly userPrincipalName?: string;
  readonly addressableUserName?: string;
}

/** All devices of the tenant, page by page, each device once. */
export declare function listAutopilotDevices(
  client: GraphClient,
  signal: AbortSignal,
): AsyncGenerator<readonly AutopilotDeviceRow[]>;
/** The device in full, or null where Graph does not know the ZTDID (yet). */
export declare function getAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<AutopilotDevice | null>;
/** Every device whose serial number is this one, without regard to case. */
export declare function findAutopilotDevices(
  client: GraphClient,
  serialNumber: string,
  signal: AbortSignal,
): Promise<readonly AutopilotDeviceRow[]>;
export declare function updateAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  properties: AutopilotDeviceProperties,
  signal: AbortSignal,
): Promise<void>;
export declare function assignUserToAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  user: { readonly userPrincipalName: string; readonly addressableUserName: string },
  signal: AbortSignal,
): Promise<void>;
export declare function unassignUserFromAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<void>;
/** Queues the removal; the row stays until the next synchronisation. `gone` where it was not there any more. */
export declare function removeAutopilotDevice(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<'queued' | 'gone'>;
/** Unblocks a device that was enrolled without a user, so that it can be pre-provisioned again. */
export declare function allowNextEnrollment(client: GraphClient, ztdId: string, signal: AbortSignal): Promise<void>;
