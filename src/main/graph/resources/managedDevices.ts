import { z } from 'zod';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { deleteOne, readOne } from '../readOne.ts';
import { versions } from '../versions.ts';
import { optionalId, optionalInstant, optionalText } from './wire.ts';

/** A device's record in Intune. */
export interface ManagedDevice {
  readonly id: string;
  readonly deviceName: string | null;
  readonly serialNumber: string | null;
  readonly userPrincipalName: string | null;
  readonly entraDeviceId: string | null;
  /** Such as `azureADJoined` or `hybridAzureADJoined`, as it came; only beta tells it. */
  readonly joinType: string | null;
  readonly enrolledAt: string | null;
  readonly lastSyncAt: string | null;
}

const managedDevice = z
  .object({
    id: z.string().min(1),
    deviceName: optionalText,
    serialNumber: optionalText,
    userPrincipalName: optionalText,
    azureADDeviceId: optionalId,
    joinType: optionalText,
    enrolledDateTime: optionalInstant,
    lastSyncDateTime: optionalInstant,
  })
  .transform((wire): ManagedDevice => ({
    id: wire.id,
    deviceName: wire.deviceName,
    serialNumber: wire.serialNumber,
    userPrincipalName: wire.userPrincipalName,
    entraDeviceId: wire.azureADDeviceId,
    joinType: wire.joinType,
    enrolledAt: wire.enrolledDateTime,
    lastSyncAt: wire.lastSyncDateTime,
  }));

const BASE = '/deviceManagement/managedDevices';
const read = {
  version: versions.readManagedDevices,
  method: 'GET',
  scope: 'DeviceManagementManagedDevices.Read.All',
} as const satisfies Partial<GraphCall>;

/** The Intune record of an enrolled device; null where there is none of this id any more. */
export function getManagedDevice(client: GraphClient, id: string, signal: AbortSignal): Promise<ManagedDevice | null> {
  return readOne(client, { ...read, path: `${BASE}/${encodeURIComponent(id)}` }, managedDevice, signal);
}

/** Deletes the Intune record, by its id only; `gone` where it was not there any more. */
export async function removeManagedDevice(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<'removed' | 'gone'> {
  const done = await deleteOne(
    client,
    {
      version: versions.changeManagedDevices,
      method: 'DELETE',
      path: `${BASE}/${encodeURIComponent(id)}`,
      scope: 'DeviceManagementManagedDevices.ReadWrite.All',
    },
    signal,
  );
  return done === 'gone' ? 'gone' : 'removed';
}
