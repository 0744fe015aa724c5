import { z } from 'zod';
import { sendBatch, type BatchOutcome } from '../batch.ts';
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
  /** Whether it is the object that Autopilot made at the registration: that alone carries the ZTDID. */
  readonly carriesZtdId: boolean;
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
      carriesZtdId: wire.physicalIds.some((id) => id.toUpperCase().startsWith('[ZTDID]:')),
    },
  }));

/** Whose Entra devices are looked for: by device ids, which Intune knows too and which are not object ids, and by the ZTDID. */
export interface WantedEntraDevices {
  readonly key: string;
  readonly entraDeviceIds: readonly string[];
  readonly ztdId: string | null;
}

/**
 * The Entra devices of many devices, twenty searches to a request, by key; the error where reading failed. A hybrid device has
 * two: the one that Autopilot made, and the one of its computer account.
 */
export async function findEntraDevices(
  client: GraphClient,
  wanted: readonly WantedEntraDevices[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly EntraDevice[] | GraphError>> {
  const searches = wanted.flatMap((device) =>
    searchesOf(device).map((search, index) => ({ id: `${device.key} ${index}`, key: device.key, search })),
  );
  const calls = searches.map(({ id, search: { filter } }) => ({ id, ...callFor(filter) }));
  const outcomes = await sendBatch(client, { ...read, isRead: true, calls }, signal);
  const found = new Map<string, readonly EntraDevice[] | GraphError>(wanted.map(({ key }) => [key, []]));
  for (const { id, key, search } of searches) {
    const before = found.get(key) ?? [];
    const outcome = outcomes.get(id);
    if (before instanceof GraphError || outcome === undefined) continue;
    const devices = await readSearch(client, outcome, search, signal);
    found.set(key, devices instanceof GraphError ? devices : withoutRepeats([...before, ...devices]));
  }
  return found;
}

const entraPage = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

interface Search {
  readonly filter: string;
  readonly isWanted: (found: WithPhysicalIds) => boolean;
}

const searchesOf = ({ entraDeviceIds, ztdId }: WantedEntraDevices): Search[] => [
  ...entraDeviceIds.map(byDeviceId),
  ...(ztdId === null ? [] : [byZtdId(ztdId)]),
];

/** What a search found: a filter that a service does not support may be ignored, and everything comes back. */
async function readSearch(
  client: GraphClient,
  outcome: BatchOutcome,
  { filter, isWanted }: Search,
  signal: AbortSignal,
): Promise<readonly EntraDevice[] | GraphError> {
  const page = readOutcome(outcome, entraPage, 'an Entra device');
  if (page === null) return [];
  if (page instanceof GraphError) return page;
  const devices = readRows(page.value, entraDevice).filter(isWanted);
  const isOpen = devices.length === 0 && (page['@odata.nextLink'] ?? null) !== null;
  const all = isOpen ? await readAll(client, { ...read, ...callFor(filter) }, entraDevice, signal) : null;
  return (all?.filter(isWanted) ?? devices).map(({ device }) => device);
}

const withoutRepeats = (devices: readonly EntraDevice[]): EntraDevice[] => [
  ...new Map(devices.map((device) => [device.id, device])).values(),
];

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

const sameText = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
