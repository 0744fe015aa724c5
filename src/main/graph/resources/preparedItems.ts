import { z } from 'zod';
import type { PreparedItem } from '../../../shared/preparation/preparationPolicy.ts';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { readOne } from '../readOne.ts';
import { versions } from '../versions.ts';
import { listAssignments } from './assignments.ts';
import { optionalText } from './wire.ts';

const text = optionalText.catch(null);
const app = z.object({
  '@odata.type': text,
  displayName: text,
  installExperience: z.object({ runAsAccount: text }).nullish().catch(null),
});
const script = z.object({ displayName: text, runAsAccount: text });

/** An app that a policy waits for, with whom it is assigned to; one that is gone has no name and reaches nobody. */
export async function readPreparedApp(
  client: GraphClient,
  { id, type }: Pick<PreparedItem, 'id' | 'type'>,
  signal: AbortSignal,
): Promise<PreparedItem> {
  const call = {
    version: versions.preparedApps,
    method: 'GET',
    scope: 'DeviceManagementApps.Read.All',
    path: `/deviceAppManagement/mobileApps/${encodeURIComponent(id)}`,
  } as const satisfies GraphCall;
  const found = await readOne(client, call, app, signal);
  return {
    id,
    type: found?.['@odata.type'] ?? type,
    name: found?.displayName ?? null,
    runAs: found?.installExperience?.runAsAccount ?? null,
    targets: found === null ? [] : [...(await listAssignments(client, call, signal))],
  };
}

/** A script that a policy waits for. Its permission is a new one: where that is refused, the older one may do. */
export async function readPreparedScript(client: GraphClient, id: string, signal: AbortSignal): Promise<PreparedItem> {
  const read = async (scope: GraphCall['scope']): Promise<PreparedItem> => {
    const call = {
      version: versions.deviceScripts,
      method: 'GET',
      scope,
      path: `/deviceManagement/deviceManagementScripts/${encodeURIComponent(id)}`,
    } as const satisfies GraphCall;
    const found = await readOne(client, call, script, signal);
    return {
      id,
      type: null,
      name: found?.displayName ?? null,
      runAs: found?.runAsAccount ?? null,
      targets: found === null ? [] : [...(await listAssignments(client, call, signal))],
    };
  };
  try {
    return await read('DeviceManagementScripts.Read.All');
  } catch (error) {
    if (!(error instanceof GraphError) || error.kind !== 'forbidden') throw error;
    return read('DeviceManagementConfiguration.Read.All');
  }
}
