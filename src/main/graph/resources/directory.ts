import type { DirectoryUser } from '../../../shared/api/contract/microsoft.ts';
import type { GraphClient } from '../graphClient.ts';

export interface Organization {
  readonly id: string;
  readonly displayName: string | null;
  readonly domains: readonly string[];
}

export interface SignedInUser {
  readonly id: string;
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
}

/** Users whose name, user principal name or mail begins with the text; at most 15. */
export declare function searchUsers(
  client: GraphClient,
  search: string,
  signal: AbortSignal,
): Promise<readonly DirectoryUser[]>;
/** The user with exactly this user principal name; enabled and licensed are null where they may not be read. */
export declare function getUser(
  client: GraphClient,
  userPrincipalName: string,
  signal: AbortSignal,
): Promise<DirectoryUser | null>;
export declare function getSignedInUser(client: GraphClient, signal: AbortSignal): Promise<SignedInUser>;
export declare function getOrganization(client: GraphClient, signal: AbortSignal): Promise<Organization | null>;
