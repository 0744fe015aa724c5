import { z } from 'zod';
import type { CorporateIdentifier } from '../../../shared/identifiers/corporateIdentifier.ts';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { readRows } from '../paging.ts';
import { versions } from '../versions.ts';

const BASE = '/deviceManagement/importedDeviceIdentities';
const post = { version: versions.corporateIdentifiers, method: 'POST' } as const satisfies Partial<GraphCall>;
const found = z.object({ importedDeviceIdentifier: z.string() });

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
