import { z } from 'zod';
import { sendBatch } from '../batch.ts';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { readOutcome } from '../readOne.ts';
import { readAll, readRows } from '../paging.ts';
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

const read = { version: versions.directory, scope: 'Device.Read.All' } as const satisfies Partial<GraphCall>;

/** Filters on collections of values are advanced queries, which want this header. */
const callFor = (filter: string) => ({
  method: 'GET' as const,
  path: `/devices?$filter=${encodeURIComponent(filter)}&$count=true`,
  headers: { ConsistencyLevel: 'eventual' },
});

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
  const { filter, isWanted } = byDeviceId(entraDeviceId);
  return findOne(client, filter, isWanted, signal);
}

/** The Entra device that carries the ZTDID among its physical ids. */
export function findEntraDeviceByZtdId(
  client: GraphClient,
  ztdId: string,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  const { filter, isWanted } = byZtdId(ztdId);
  return findOne(client, filter, isWanted, signal);
}

/** Whose Entra device is looked for: by its device id, else by its ZTDID; without both there is none. */
export interface WantedEntraDevice {
  readonly key: string;
  readonly entraDeviceId: string | null;
  readonly ztdId: string | null;
}

/** Many Entra devices, twenty to a request, by key: null where there is none, the error where reading failed. */
export async function findEntraDevices(
  client: GraphClient,
  wanted: readonly WantedEntraDevice[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, EntraDevice | GraphError | null>> {
  const found = new Map<string, EntraDevice | GraphError | null>(wanted.map(({ key }) => [key, null]));
  const searches = new Map(wanted.flatMap((device) => searchOf(device).map((search) => [device.key, search] as const)));
  const calls = [...searches].map(([id, { filter }]) => ({ id, ...callFor(filter) }));
  const outcomes = await sendBatch(client, { ...read, isRead: true, calls }, signal);
  for (const [key, outcome] of outcomes) {
    const search = searches.get(key);
    if (search === undefined) continue;
    const page = readOutcome(outcome, entraPage, 'an Entra device');
    if (page === null || page instanceof GraphError) {
      found.set(key, page);
      continue;
    }
    const device = readRows(page.value, entraDevice).find(search.isWanted)?.device ?? null;
    // A page more: the filter was ignored, and the device may stand further down.
    const isOpen = device === null && (page['@odata.nextLink'] ?? null) !== null;
    found.set(key, isOpen ? await findOne(client, search.filter, search.isWanted, signal) : device);
  }
  return found;
}

const entraPage = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

interface Search {
  readonly filter: string;
  readonly isWanted: (found: WithPhysicalIds) => boolean;
}

function searchOf({ entraDeviceId, ztdId }: WantedEntraDevice): Search[] {
  if (entraDeviceId !== null) return [byDeviceId(entraDeviceId)];
  return ztdId === null ? [] : [byZtdId(ztdId)];
}

const byDeviceId = (entraDeviceId: string): Search => ({
  filter: `deviceId eq '${quoted(entraDeviceId)}'`,
  isWanted: ({ deviceId }) => sameText(deviceId, entraDeviceId),
});

function byZtdId(ztdId: string): Search {
  const wanted = `[ZTDID]:${ztdId}`;
  return {
    filter: `physicalIds/any(p:p eq '${quoted(wanted)}')`,
    isWanted: ({ physicalIds }) => physicalIds.some((id) => sameText(id, wanted)),
  };
}

/** The first that is wanted: a filter that a service does not support may be ignored, and everything comes back. */
async function findOne(
  client: GraphClient,
  filter: string,
  isWanted: (found: WithPhysicalIds) => boolean,
  signal: AbortSignal,
): Promise<EntraDevice | null> {
  const found = await readAll(client, { ...read, ...callFor(filter) }, entraDevice, signal);
  return found.find(isWanted)?.device ?? null;
}

const sameText = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
