import { z } from 'zod';
import type { GraphClient } from '../graphClient.ts';
import { readAll } from '../paging.ts';
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

const entraDevice = z
  .object({
    id: z.string().min(1),
    deviceId: optionalId,
    displayName: optionalText,
    trustType: optionalText,
    accountEnabled: optionalBoolean,
    approximateLastSignInDateTime: optionalInstant,
  })
  .transform((wire): EntraDevice => ({
    id: wire.id,
    deviceId: wire.deviceId,
    displayName: wire.displayName,
    trustType: wire.trustType,
    isEnabled: wire.accountEnabled,
    lastSignInAt: wire.approximateLastSignInDateTime,
  }));

/** @param entraDeviceId the device id, which Intune knows too; the object id is another */
export function findEntraDeviceByDeviceId(
  client: GraphClient,
  entraDeviceId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  return findOne(client, `deviceId eq '${quoted(entraDeviceId)}'`, signal);
}

/** The Entra device that carries the ZTDID among its physical ids. */
export function findEntraDeviceByZtdId(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  return findOne(client, `physicalIds/any(p:p eq '[ZTDID]:${quoted(ztdId)}')`, signal);
}

async function findOne(client: GraphClient, filter: string, signal: AbortSignal): Promise<EntraDevice | null> {
  const path = `/devices?$filter=${encodeURIComponent(filter)}&$count=true`;
  const found = await readAll(
    client,
    // Filters on collections of values are advanced queries, which want this header.
    { version: 'v1.0', method: 'GET', path, scope: 'Device.Read.All', headers: { ConsistencyLevel: 'eventual' } },
    entraDevice,
    signal,
  );
  return found[0] ?? null;
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
