import { z } from 'zod';
import type { DirectoryUser } from '../../../shared/directory/directoryUser.ts';
import { sendBatch } from '../batch.ts';
import { parseAnswer, type GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { versions } from '../versions.ts';
import { GraphError } from '../graphError.ts';
import { readOutcome } from '../readOne.ts';
import { readRows } from '../paging.ts';
import type { Permission } from '../../../shared/directory/permissions.ts';
import { optionalBoolean, optionalText } from './wire.ts';

const rows = z.object({ value: z.array(z.unknown()) });

const directoryUser = z
  .object({
    id: z.string().min(1),
    displayName: optionalText,
    userPrincipalName: z.string().min(1),
    accountEnabled: optionalBoolean,
    assignedLicenses: z.array(z.unknown()).nullish(),
  })
  .transform((wire): DirectoryUser => ({
    id: wire.id,
    displayName: wire.displayName ?? wire.userPrincipalName,
    userPrincipalName: wire.userPrincipalName,
    enabled: wire.accountEnabled,
    licensed:
      wire.assignedLicenses === undefined || wire.assignedLicenses === null ? null : wire.assignedLicenses.length > 0,
  }));

const MOST_USERS = 15;
const full = {
  scope: 'User.Read.All',
  select: 'id,displayName,userPrincipalName,accountEnabled,assignedLicenses',
} as const;
const basic = { scope: 'User.ReadBasic.All', select: 'id,displayName,userPrincipalName' } as const;

/** Users whose name, user principal name or mail begins with the text; at most 15. */
export async function searchUsers(
  client: GraphClient,
  search: string,
  signal: AbortSignal,
): Promise<readonly DirectoryUser[]> {
  const text = search.trim().replace(/["\\]/g, '\\$&');
  const query = ['displayName', 'userPrincipalName', 'mail'].map((name) => `"${name}:${text}"`).join(' OR ');
  return withTheMostRights(async ({ scope, select }) => {
    const path = `/users?$search=${encodeURIComponent(query)}&$select=${select}&$top=${MOST_USERS}&$count=true`;
    const call: GraphCall = {
      version: versions.directory,
      method: 'GET',
      path,
      scope,
      headers: { ConsistencyLevel: 'eventual' },
    };
    return readRows(parseAnswer(rows, await client.send(call, signal)).value, directoryUser);
  });
}

/** Many users by their user principal name, twenty to a request: null where the directory has none, the error where it failed. */
export async function getUsers(
  client: GraphClient,
  userPrincipalNames: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, DirectoryUser | GraphError | null>> {
  const read = async ({ scope, select }: { readonly scope: Permission; readonly select: string }) => {
    const calls = userPrincipalNames.map((name) => ({
      id: name,
      method: 'GET' as const,
      path: `/users/${encodeURIComponent(name)}?$select=${select}`,
    }));
    const outcomes = await sendBatch(client, { version: versions.directory, scope, isRead: true, calls }, signal);
    const refused = [...outcomes.values()].find((outcome) => !outcome.ok && outcome.error.kind === 'forbidden');
    if (refused?.ok === false) throw refused.error;
    return new Map([...outcomes].map(([name, outcome]) => [name, readOutcome(outcome, directoryUser, 'a user')]));
  };
  return withTheMostRights(read);
}

/** Whether an account is enabled and licensed is read where that is allowed, and left open where it is not. */
async function withTheMostRights<Value>(
  read: (rights: { readonly scope: Permission; readonly select: string }) => Promise<Value>,
): Promise<Value> {
  try {
    return await read(full);
  } catch (error) {
    if (error instanceof GraphError && error.kind === 'forbidden') return read(basic);
    throw error;
  }
}
