import { z } from 'zod';
import { sendBatch } from '../batch.ts';
import type { GraphCall, GraphVersion } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { versions } from '../versions.ts';
import type { GraphError } from '../graphError.ts';
import { deleteOne, readOne, readOutcome } from '../readOne.ts';
import { optionalBoolean, optionalId, optionalInstant, optionalText } from './wire.ts';

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
  /** The same as it came: only a text that differs from the last tells of another contact. */
  readonly lastSyncTold: string | null;
  /** Such as `compliant`, as it came. */
  readonly complianceState: string | null;
  readonly isEncrypted: boolean | null;
  /** Whether Intune manages its firmware (DFCI); only beta tells it. */
  readonly isFirmwareManaged: boolean | null;
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
    lastSyncDateTime: optionalText,
    complianceState: optionalText,
    isEncrypted: optionalBoolean,
    deviceFirmwareConfigurationInterfaceManaged: optionalBoolean,
  })
  .transform((wire): ManagedDevice => ({
    id: wire.id,
    deviceName: wire.deviceName,
    serialNumber: wire.serialNumber,
    userPrincipalName: wire.userPrincipalName,
    entraDeviceId: wire.azureADDeviceId,
    joinType: wire.joinType,
    enrolledAt: wire.enrolledDateTime,
    lastSyncAt: optionalInstant.parse(wire.lastSyncDateTime),
    lastSyncTold: wire.lastSyncDateTime,
    complianceState: wire.complianceState,
    isEncrypted: wire.isEncrypted,
    isFirmwareManaged: wire.deviceFirmwareConfigurationInterfaceManaged,
  }));

const BASE = '/deviceManagement/managedDevices';
const read = {
  method: 'GET',
  scope: 'DeviceManagementManagedDevices.Read.All',
} as const satisfies Partial<GraphCall>;

const pathOf = (id: string): string => `${BASE}/${encodeURIComponent(id)}`;

/** The Intune record of an enrolled device; null where there is none of this id any more. */
export function getManagedDevice(client: GraphClient, id: string, signal: AbortSignal): Promise<ManagedDevice | null> {
  return readOne(client, { ...read, version: versions.readManagedDevices, path: pathOf(id) }, managedDevice, signal);
}

/** The same with its join type, which only beta tells. */
export function getManagedDeviceWithJoin(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<ManagedDevice | null> {
  return readOne(client, { ...read, version: versions.readJoinTypes, path: pathOf(id) }, managedDevice, signal);
}

/** Many Intune records by id, twenty to a request: null where there is none any more, the error where it failed. */
export function getManagedDevices(
  client: GraphClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ManagedDevice | GraphError | null>> {
  return getMany(client, versions.readManagedDevices, ids, signal);
}

/** The same with their join types. */
export function getManagedDevicesWithJoin(
  client: GraphClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ManagedDevice | GraphError | null>> {
  return getMany(client, versions.readJoinTypes, ids, signal);
}

async function getMany(
  client: GraphClient,
  version: GraphVersion,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, ManagedDevice | GraphError | null>> {
  const calls = ids.map((id) => ({ id, method: 'GET' as const, path: pathOf(id) }));
  const outcomes = await sendBatch(client, { version, scope: read.scope, isRead: true, calls }, signal);
  return new Map([...outcomes].map(([id, outcome]) => [id, readOutcome(outcome, managedDevice, 'an Intune record')]));
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
      path: pathOf(id),
      scope: 'DeviceManagementManagedDevices.ReadWrite.All',
    },
    signal,
  );
  return done === 'gone' ? 'gone' : 'removed';
}
