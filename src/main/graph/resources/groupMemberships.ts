import { z } from 'zod';
import type { EntraGroup } from '../../../shared/groups/membership.ts';
import { sendBatch } from '../batch.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { readAll, readRows } from '../paging.ts';
import { readOutcome } from '../readOne.ts';
import { versions } from '../versions.ts';
import { optionalText } from './wire.ts';

type Scope = 'GroupMember.Read.All' | 'Device.Read.All';

const GROUP = '#microsoft.graph.group';

const member = z
  .object({ '@odata.type': optionalText, id: z.string().min(1), displayName: optionalText })
  .transform((wire) => ({ type: wire['@odata.type'], id: wire.id, name: wire.displayName }));
type Member = z.output<typeof member>;

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/**
 * The groups that devices are in, directly or by another group, twenty devices to a request; by object id, null where Entra does
 * not know the device, the error where reading failed. Where names of groups may not be read, the groups come without.
 * @param objectIds of Entra devices; their device ids are others
 */
export async function listGroupsOfDevices(
  client: GraphClient,
  objectIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly EntraGroup[] | GraphError | null>> {
  try {
    return await listAs(client, 'GroupMember.Read.All', objectIds, signal);
  } catch (error) {
    if (!(error instanceof GraphError) || error.kind !== 'forbidden') throw error;
    return listAs(client, 'Device.Read.All', objectIds, signal);
  }
}

async function listAs(client: GraphClient, scope: Scope, objectIds: readonly string[], signal: AbortSignal) {
  const version = versions.directory;
  const calls = objectIds.map((id) => ({ id, method: 'GET' as const, path: pathOf(id) }));
  const outcomes = await sendBatch(client, { version, scope, isRead: true, calls }, signal);
  const groups = new Map<string, readonly EntraGroup[] | GraphError | null>();
  for (const [id, outcome] of outcomes) {
    const first = readOutcome(outcome, page, 'the groups of a device');
    if (first === null || first instanceof GraphError) {
      groups.set(id, first);
      continue;
    }
    const isWhole = (first['@odata.nextLink'] ?? null) === null;
    const rows = isWhole
      ? readRows(first.value, member)
      : await readAll(client, { version, method: 'GET', path: pathOf(id), scope }, member, signal);
    groups.set(
      id,
      rows.filter(isGroup).map(({ id: groupId, name }) => ({ id: groupId, name })),
    );
  }
  return groups;
}

const pathOf = (id: string): string => `/devices/${encodeURIComponent(id)}/transitiveMemberOf?$select=id,displayName`;

/** A device is in administrative units too; one whose kind is not told counts as a group. */
const isGroup = ({ type }: Member): boolean => type === null || type === GROUP;
