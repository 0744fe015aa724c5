import { PROVISIONING_CLIENT_APP_ID } from '../../../shared/preparation/preparationFinding.ts';
import type {
  DeviceGroup,
  PreparationPart,
  PreparationPolicy,
  PreparedItem,
  UnreadPart,
} from '../../../shared/preparation/preparationPolicy.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import { GraphError, type GraphErrorKind } from '../../graph/graphError.ts';
import {
  listPreparationPolicies,
  readMembershipTarget,
  readPolicyAssignments,
  readPolicySettings,
  type ListedPolicy,
  type MembershipTarget,
} from '../../graph/resources/configurationPolicies.ts';
import { getGroup, isOwnedByApp } from '../../graph/resources/groups.ts';
import { readPreparedApp, readPreparedScript } from '../../graph/resources/preparedItems.ts';
import type { Collected } from '../../graph/paging.ts';

/** What a refusal says of one part alone: a permission is missing, or the tenant does not have it. All else ends the reading. */
const ofOnePart: ReadonlySet<GraphErrorKind> = new Set([
  'forbidden',
  'notFound',
  'badRequest',
  'conflict',
  'server',
  'protocol',
]);

/**
 * Reads every policy of device preparation with its settings, groups, apps and scripts. A part that is refused is noted as not
 * read, and the rest goes on.
 * @throws GraphError where the policies themselves cannot be read
 */
export async function readPolicies(client: GraphClient, signal: AbortSignal): Promise<Collected<PreparationPolicy>> {
  const { rows, isWhole } = await listPreparationPolicies(client, signal);
  const policies: PreparationPolicy[] = [];
  for (const listed of rows) policies.push(await readPolicy(client, listed, signal));
  return { rows: policies, isWhole };
}

type ReadPart = <Value>(part: PreparationPart, read: () => Promise<Value>) => Promise<Value | null>;

async function readPolicy(client: GraphClient, listed: ListedPolicy, signal: AbortSignal): Promise<PreparationPolicy> {
  const unread = new Map<PreparationPart, UnreadPart>();
  const part: ReadPart = async (name, read) => {
    // What was refused once is refused for the next app too.
    if (unread.has(name)) return null;
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof GraphError) || !ofOnePart.has(error.kind)) throw error;
      unread.set(name, { part: name, message: error.message });
      return null;
    }
  };
  const told = await part('settings', () => readPolicySettings(client, listed.id, signal));
  const assignments = await part('assignments', () => readPolicyAssignments(client, listed.id, signal));
  const target = await part('deviceGroup', () => readMembershipTarget(client, listed.id, signal));
  const apps: PreparedItem[] = [];
  for (const app of told?.apps ?? []) {
    apps.push((await part('apps', () => readPreparedApp(client, app, signal))) ?? unknownItem(app));
  }
  const scripts: PreparedItem[] = [];
  for (const id of told?.scriptIds ?? []) {
    const script = await part('scripts', () => readPreparedScript(client, id, signal));
    scripts.push(script ?? unknownItem({ id, type: null }));
  }
  return {
    ...listed,
    settings: told?.settings ?? null,
    assignments: assignments === null ? null : [...assignments],
    deviceGroup: target === null ? null : await readDeviceGroup(client, target, part, signal),
    apps,
    scripts,
    unread: [...unread.values()],
  };
}

async function readDeviceGroup(
  client: GraphClient,
  { groupId, problem, isValid }: MembershipTarget,
  part: ReadPart,
  signal: AbortSignal,
): Promise<DeviceGroup> {
  const unknown = { name: null, isSecurity: null, isDynamic: null, isRoleAssignable: null, hasOwner: null };
  if (groupId === null) return { id: null, problem: null, ...unknown };
  const read = await part('groupRules', async () => ({ group: await getGroup(client, groupId, signal) }));
  const isGone = read?.group === null;
  return {
    id: groupId,
    problem: problem ?? (isGone ? 'securityGroupNotFound' : null),
    ...unknown,
    ...read?.group,
    hasOwner: isGone ? null : await hasOwner(groupId),
  };

  /** Intune’s own word first. */
  async function hasOwner(id: string): Promise<boolean | null> {
    if (problem === 'firstPartyAppNotAnOwner') return false;
    if (isValid) return true;
    return part('groupOwner', () => isOwnedByApp(client, id, PROVISIONING_CLIENT_APP_ID, signal));
  }
}

const unknownItem = ({ id, type }: Pick<PreparedItem, 'id' | 'type'>): PreparedItem => ({
  id,
  type,
  name: null,
  runAs: null,
  targets: null,
});
