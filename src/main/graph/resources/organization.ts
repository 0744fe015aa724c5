import { z } from 'zod';
import { parseAnswer } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { versions } from '../versions.ts';

const organizations = z.object({
  value: z.array(
    z.object({
      id: z.string().min(1),
      verifiedDomains: z.array(z.object({ name: z.string().min(1), isDefault: z.boolean().nullish() })).nullish(),
    }),
  ),
});

export interface Organization {
  readonly directoryId: string;
  /** The default one first. */
  readonly domains: readonly { readonly name: string; readonly isDefault: boolean }[];
}

/** Whose tenant it is: its id and its verified domains. Everybody who is signed in may read it. */
export async function readOrganization(client: GraphClient, signal: AbortSignal): Promise<Organization> {
  const answer = await client.send(
    {
      version: versions.directory,
      method: 'GET',
      path: '/organization?$select=id,verifiedDomains',
      scope: 'User.Read',
    },
    signal,
  );
  const [organization] = parseAnswer(organizations, answer).value;
  if (organization === undefined) {
    throw new GraphError('Microsoft Graph told of no organization; sign in again.', { kind: 'protocol' });
  }
  const domains = (organization.verifiedDomains ?? []).map(({ name, isDefault }) => ({
    name,
    isDefault: isDefault === true,
  }));
  return {
    directoryId: organization.id,
    domains: domains.sort((left, right) => Number(right.isDefault) - Number(left.isDefault)),
  };
}
