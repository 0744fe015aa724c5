import { z } from 'zod';
import type { CorporateIdentifier } from '../../../shared/identifiers/corporateIdentifier.ts';
import { partsOf, type HeldIdentifier } from '../../../shared/identifiers/heldIdentifier.ts';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { collect, readPages, readRows, type Collected } from '../paging.ts';
import { deleteOne, readOne } from '../readOne.ts';
import { versions } from '../versions.ts';
import { optionalInstant, optionalText } from './wire.ts';

const BASE = '/deviceManagement/importedDeviceIdentities';
const post = { version: versions.corporateIdentifiers, method: 'POST' } as const satisfies Partial<GraphCall>;
const get = {
  version: versions.corporateIdentifiers,
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;
const found = z.object({ importedDeviceIdentifier: z.string() });
/** What does not come as documented is not told, and hides no identifier. */
const text = optionalText.catch(null);
const instant = optionalInstant.catch(null);

const heldIdentifier = z
  .object({
    id: z.string().min(1),
    importedDeviceIdentifier: z.string(),
    importedDeviceIdentityType: text,
    enrollmentState: text,
    platform: text,
    description: text,
    createdDateTime: instant,
    lastModifiedDateTime: instant,
    lastContactedDateTime: instant,
  })
  .transform((wire): HeldIdentifier => ({
    id: wire.id,
    identifier: wire.importedDeviceIdentifier,
    type: wire.importedDeviceIdentityType,
    ...partsOf(wire.importedDeviceIdentifier, wire.importedDeviceIdentityType),
    state: wire.enrollmentState,
    platform: wire.platform,
    description: wire.description,
    createdAt: wire.createdDateTime,
    modifiedAt: wire.lastModifiedDateTime,
    contactedAt: wire.lastContactedDateTime,
  }));

/** Every corporate identifier of the tenant, of all kinds of devices. No filter of the list is known to work. */
export function listCorporateIdentifiers(client: GraphClient, signal: AbortSignal): Promise<Collected<HeldIdentifier>> {
  return collect(readPages(client, { ...get, path: BASE }, heldIdentifier, signal));
}

/** One identifier by its id; null where Intune does not hold it any more. */
export function getCorporateIdentifier(
  client: GraphClient,
  id: string,
  signal: AbortSignal,
): Promise<HeldIdentifier | null> {
  return readOne(client, { ...get, path: `${BASE}/${encodeURIComponent(id)}` }, heldIdentifier, signal);
}

/** Deletes an identifier, by its id only; one that is gone counts as done. */
export async function removeCorporateIdentifier(client: GraphClient, id: string, signal: AbortSignal): Promise<void> {
  const scope = 'DeviceManagementServiceConfig.ReadWrite.All';
  await deleteOne(client, { ...get, method: 'DELETE', scope, path: `${BASE}/${encodeURIComponent(id)}` }, signal);
}

/**
 * Uploads identifiers for device preparation, leaving those that exist as they are. The answer's `status` is not success:
 * look the identifiers up afterwards. One bad row fails all of them.
 */
export async function importCorporateIdentifiers(
  client: GraphClient,
  identifiers: readonly CorporateIdentifier[],
  signal: AbortSignal,
): Promise<void> {
  await client.send(
    {
      ...post,
      path: `${BASE}/importDeviceIdentityList`,
      scope: 'DeviceManagementServiceConfig.ReadWrite.All',
      body: { importedDeviceIdentities: identifiers.map(wireOf), overwriteImportedDeviceIdentities: false },
    },
    signal,
  );
}

/** Which of the identifiers Intune holds, as `Manufacturer,Model,Serial`. */
export async function searchCorporateIdentifiers(
  client: GraphClient,
  identifiers: readonly CorporateIdentifier[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const answer = await client.send(
    {
      ...post,
      path: `${BASE}/searchExistingIdentities`,
      scope: 'DeviceManagementServiceConfig.Read.All',
      isRead: true,
      body: { importedDeviceIdentities: identifiers.map(wireOf) },
    },
    signal,
  );
  const { value } = parseAnswer(z.object({ value: z.array(z.unknown()) }), answer);
  return readRows(value, found).map((one) => one.importedDeviceIdentifier);
}

/** What Intune keeps for a Windows device: the three values with commas and no spaces between them. */
export function identifierTextOf({ manufacturer, model, serialNumber }: CorporateIdentifier): string {
  return `${manufacturer},${model},${serialNumber}`;
}

function wireOf(identifier: CorporateIdentifier) {
  return {
    importedDeviceIdentifier: identifierTextOf(identifier),
    importedDeviceIdentityType: 'manufacturerModelSerial',
    platform: 'windows',
  };
}
