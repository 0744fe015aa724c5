import { z } from 'zod';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { readAll } from '../paging.ts';
import { readOne } from '../readOne.ts';
import { versions } from '../versions.ts';
import { optionalBoolean, optionalText } from './wire.ts';

/** What kind of group it is. */
export interface DirectoryGroup {
  readonly name: string | null;
  readonly isSecurity: boolean | null;
  readonly isDynamic: boolean | null;
  readonly isRoleAssignable: boolean | null;
}

const read = { method: 'GET', scope: 'GroupMember.Read.All' } as const satisfies Partial<GraphCall>;
const pathOf = (id: string): string => `/groups/${encodeURIComponent(id)}`;

const group = z
  .object({
    displayName: optionalText,
    groupTypes: z.array(z.string()).nullish().catch(null),
    securityEnabled: optionalBoolean.catch(null),
    isAssignableToRole: optionalBoolean.catch(null),
  })
  .transform((wire): DirectoryGroup => ({
    name: wire.displayName,
    isSecurity: wire.securityEnabled,
    isDynamic: wire.groupTypes?.includes('DynamicMembership') ?? null,
    // Null stands for a group that was made without it.
    isRoleAssignable: wire.isAssignableToRole,
  }));

/** A group by its id; null where the directory has none. */
export function getGroup(client: GraphClient, id: string, signal: AbortSignal): Promise<DirectoryGroup | null> {
  const select = 'id,displayName,groupTypes,securityEnabled,isAssignableToRole';
  return readOne(
    client,
    { ...read, version: versions.directory, path: `${pathOf(id)}?$select=${select}` },
    group,
    signal,
  );
}

const owner = z.object({ id: z.string().min(1), '@odata.type': optionalText, appId: optionalText });
const SERVICE_PRINCIPAL = '#microsoft.graph.servicePrincipal';

/**
 * Whether an app owns a group, by the app’s id alone; null where an owner’s app is not told. v1.0 has left apps out of the owners, so
 * that an answer without any is asked for in beta too.
 */
export async function isOwnedByApp(
  client: GraphClient,
  groupId: string,
  appId: string,
  signal: AbortSignal,
): Promise<boolean | null> {
  for (const version of [versions.directory, versions.groupOwners]) {
    const owners = await readAll(client, { ...read, version, path: `${pathOf(groupId)}/owners` }, owner, signal);
    if (owners.some((one) => one.appId?.toLowerCase() === appId)) return true;
    const apps = owners.filter((one) => one['@odata.type'] === SERVICE_PRINCIPAL);
    if (apps.some((one) => one.appId === null)) return null;
    if (apps.length > 0) return false;
  }
  return false;
}
