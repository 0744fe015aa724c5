import type { GraphClient } from '../graphClient.ts';

/** Associates a device with the tenant by its DeviceLink (Autopilot device preparation, beta). */
export declare function associateDevice(
  client: GraphClient,
  deviceLink: string,
  signal: AbortSignal,
): Promise<'associated' | 'alreadyAssociated'>;
export declare function removeAssociatedDevice(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<'removed' | 'gone'>;
