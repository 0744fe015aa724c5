import { z } from 'zod';
import { parseAnswer } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { versions } from '../versions.ts';

/** Templates of the roles that may do everything in Intune: Intune Administrator, Global Administrator ("Microsoft Entra built-in roles"). */
const ROLE_TEMPLATES = ['3a2c62db-5318-420d-8d74-23affee5d9d5', '62e90394-69f5-4237-9190-012177145e10'];

/**
 * Whether the account that is signed in holds a role of the directory that may do everything in Intune. Roles of Intune's own
 * are not told here: these take a permission of an administrator (DeviceManagementRBAC.Read.All). Source: "directoryObject:
 * checkMemberObjects" (Microsoft Learn), which takes the templates of roles too, and needs no more than the sign-in itself.
 */
export async function isIntuneAdministrator(client: GraphClient, signal: AbortSignal): Promise<boolean> {
  const answer = await client.send(
    {
      version: versions.directory,
      method: 'POST',
      path: '/me/checkMemberObjects',
      scope: 'User.Read',
      isRead: true,
      body: { ids: ROLE_TEMPLATES },
    },
    signal,
  );
  return parseAnswer(z.object({ value: z.array(z.string()) }), answer).value.length > 0;
}
