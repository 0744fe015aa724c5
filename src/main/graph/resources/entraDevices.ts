import type { GraphClient } from '../graphClient.ts';

/** A device's object in Entra. Reseal shows it and never deletes it. */
export interface EntraDevice {
  /** The object id, which is not the device id. */
  readonly id: string;
  readonly deviceId: string | null;
  readonly displayName: string | null;
  /** `Workplace`, `AzureAd` or `ServerAd` (hybrid), as it came. */
  readonly trustType: string | null;
  readonly isEnabled: boolean | null;
}

export declare function findEntraDeviceByDeviceId(
  client: GraphClient,
  entraDeviceId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null>;
export declare function findEntraDeviceByZtdId(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null>;
