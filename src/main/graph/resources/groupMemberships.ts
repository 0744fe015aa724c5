import { z } from 'zod';
import type { EntraGroup } from '../../../shared/groups/membership.ts';
import { sendBatch } from '../batch.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { readAll, readRows } from '../paging.ts';
import { readOutcome } from '../readOne.ts';
import { versions } from '../versions.ts';
import { namesById } from './namesById.ts';
import { optionalText } from './wire.ts';

const version = versions.directory;
const GROUP = '#microsoft.graph.group';

const member = z
  .object({ '@odata.type': optionalText, id: z.string().min(1), displayName: optionalText })
  .transform((wire) => ({ type: wire['@odata.type'], id: wire.id, name: wire.displayName }));
type Member = z.output<typeof member>;

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

type Groups = readonly EntraGroup[] | GraphError | null;

/**
 * The groups that devices are in, directly or by another group, twenty devices to a request; by object id, null where Entra does
 * not know the device, the error where reading failed. Where names of groups may not be read, the groups come without.
 * @param objectIds of Entra devices; their device ids are others
 */
export async function listGroupsOfDevices(
  client: GraphClient,
  objectIds: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Groups>> {
  const scope = 'Device.Read.All';
  const calls = objectIds.map((id) => ({ id, method: 'GET' as const, path: pathOf(id) }));
  const outcomes = await sendBatch(client, { version, scope, isRead: true, calls }, signal);
  const found = new Map<string, Groups>();
  for (const [id, outcome] of outcomes) {
    const first = readOutcome(outcome, page, 'the groups of a device');
    if (first === null || first instanceof GraphError) {
      found.set(id, first);
      continue;
    }
    const isWhole = (first['@odata.nextLink'] ?? null) === null;
    const rows = isWhole
      ? readRows(first.value, member)
      : await readAll(client, { version, method: 'GET', path: pathOf(id), scope }, member, signal);
    found.set(id, rows.filter(isGroup).map(asGroup));
  }
  return withNames(found, await namesById(client, GROUPS, namelessOf(found), signal));
}

function namelessOf(found: ReadonlyMap<string, Groups>): readonly string[] {
  const groups = [...found.values()].flatMap((one) => (one === null || one instanceof GraphError ? [] : one));
  return [...new Set(groups.filter(({ name }) => name === null).map(({ id }) => id))];
}

/** A token for devices alone tells no names of groups; another permission may. */
const GROUPS = { version, scope: 'GroupMember.Read.All', path: '/groups', what: 'a group' } as const;

const withNames = (
  found: ReadonlyMap<string, Groups>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, Groups> =>
  new Map(
    [...found].map(([device, groups]) => [
      device,
      groups === null || groups instanceof GraphError
        ? groups
        : groups.map(({ id, name }) => ({ id, name: name ?? names.get(id) ?? null })),
    ]),
  );

const pathOf = (id: string): string => `/devices/${encodeURIComponent(id)}/transitiveMemberOf?$select=id,displayName`;

const asGroup = ({ id, name }: Member): EntraGroup => ({ id, name });

/** A device is in administrative units too; one whose kind is not told counts as a group. */
const isGroup = ({ type }: Member): boolean => type === null || type === GROUP;
