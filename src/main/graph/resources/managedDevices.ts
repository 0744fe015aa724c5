import type { GraphClient } from '../graphClient.ts';

/** A device's record in Intune. */
export interface ManagedDevice {
  readonly id: string;
  readonly deviceName: string | null;
  readonly serialNumber: string | null;
  readonly userPrincipalName: string | null;
  readonly entraDeviceId: string | null;
  /** Such as `azureDomainJoined` or `hybridAzureDomainJoined`, as it came. */
  readonly joinType: string | null;
  readonly enrolledAt: string | null;
  readonly lastSyncAt: string | null;
}

export declare function findManagedDevices(
  client: GraphClient,
  serialNumber: string,
  signal: AbortSignal,
): Promise<readonly ManagedDevice[]>;
export declare function getManagedDevice(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<ManagedDevice | null>;
/** Deletes the Intune record, by its id only; `gone` where it was not there any more. */
export declare function removeManagedDevice(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<'removed' | 'gone'>;
