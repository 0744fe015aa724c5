import { z } from 'zod';
import type { GraphClient } from '../graphClient.ts';
import { readAll } from '../paging.ts';
import { versions } from '../versions.ts';
import { optionalBoolean, optionalId, optionalInstant, optionalText } from './wire.ts';

/** A device's object in Entra. Reseal shows it and never deletes it. */
export interface EntraDevice {
  /** The object id, which is not the device id. */
  readonly id: string;
  readonly deviceId: string | null;
  readonly displayName: string | null;
  /** `Workplace`, `AzureAd` or `ServerAd` (hybrid), as it came. */
  readonly trustType: string | null;
  readonly isEnabled: boolean | null;
  /** Right within two weeks. */
  readonly lastSignInAt: string | null;
}

interface WithPhysicalIds {
  readonly id: string;
  readonly deviceId: string | null;
  /** Such as `[ZTDID]:…` and `[OrderID]:…`. */
  readonly physicalIds: readonly string[];
  readonly device: EntraDevice;
}

const entraDevice = z
  .object({
    id: z.string().min(1),
    deviceId: optionalId,
    displayName: optionalText,
    trustType: optionalText,
    accountEnabled: optionalBoolean,
    approximateLastSignInDateTime: optionalInstant,
    // For internal use, says Microsoft: whatever does not look right is none.
    physicalIds: z.array(z.string()).catch([]),
  })
  .transform((wire): WithPhysicalIds => ({
    id: wire.id,
    deviceId: wire.deviceId,
    physicalIds: wire.physicalIds,
    device: {
      id: wire.id,
      deviceId: wire.deviceId,
      displayName: wire.displayName,
      trustType: wire.trustType,
      isEnabled: wire.accountEnabled,
      lastSignInAt: wire.approximateLastSignInDateTime,
    },
  }));

/** @param entraDeviceId the device id, which Intune knows too; the object id is another */
export function findEntraDeviceByDeviceId(
  client: GraphClient,
  entraDeviceId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  const isWanted = ({ deviceId }: WithPhysicalIds): boolean => sameText(deviceId, entraDeviceId);
  return findOne(client, `deviceId eq '${quoted(entraDeviceId)}'`, isWanted, signal);
}

/** The Entra device that carries the ZTDID among its physical ids. */
export function findEntraDeviceByZtdId(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  const wanted = `[ZTDID]:${ztdId}`;
  const isWanted = ({ physicalIds }: WithPhysicalIds): boolean => physicalIds.some((id) => sameText(id, wanted));
  return findOne(client, `physicalIds/any(p:p eq '${quoted(wanted)}')`, isWanted, signal);
}

/** The first that is wanted: a filter that a service does not support may be ignored, and everything comes back. */
async function findOne(
  client: GraphClient,
  filter: string,
  isWanted: (found: WithPhysicalIds) => boolean,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  const path = `/devices?$filter=${encodeURIComponent(filter)}&$count=true`;
  const found = await readAll(
    client,
    // Filters on collections of values are advanced queries, which want this header.
    {
      version: versions.directory,
      method: 'GET',
      path,
      scope: 'Device.Read.All',
      headers: { ConsistencyLevel: 'eventual' },
    },
    entraDevice,
    signal,
  );
  return found.find(isWanted)?.device ?? null;
}

const sameText = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
