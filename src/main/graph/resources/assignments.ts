import { z } from 'zod';
import type { PageAssignment } from '../../../shared/esp/statusPage.ts';
import type { PreparationTarget } from '../../../shared/preparation/preparationPolicy.ts';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { readAll } from '../paging.ts';
import { optionalText } from './wire.ts';

const text = optionalText.catch(null);

/** `group`, `exclusionGroup`, `allDevices`, `allLicensedUsers`, or a word that is new to us, as it came. */
const wireTarget = z
  .object({
    '@odata.type': z.string(),
    groupId: text,
    deviceAndAppManagementAssignmentFilterId: text,
    deviceAndAppManagementAssignmentFilterType: text,
  })
  .transform((target): PageAssignment => ({
    target: target['@odata.type'].replace('#microsoft.graph.', '').replace(/AssignmentTarget$/, ''),
    groupId: target.groupId,
    hasFilter:
      target.deviceAndAppManagementAssignmentFilterId !== null &&
      target.deviceAndAppManagementAssignmentFilterType !== 'none',
  }));

/** Whom something of Intune is assigned to, as it comes with it; null where that did not come, or not as documented. */
export const wireAssignments = z
  .array(z.object({ target: wireTarget }).transform(({ target }) => target))
  .nullish()
  .catch(null)
  .transform((assignments) => assignments ?? null);

const listed = z
  .object({ id: z.string().min(1), intent: text, target: wireTarget })
  .transform(({ id, intent, target: { target, groupId } }) => ({ id, target: { target, groupId, intent } }));

/** Whom something of Intune is assigned to, read by itself. @param of the call that reads the thing */
export async function listAssignments(
  client: GraphClient,
  of: GraphCall,
  signal: AbortSignal,
): Promise<readonly PreparationTarget[]> {
  const rows = await readAll(client, { ...of, path: `${of.path}/assignments` }, listed, signal);
  return rows.map(({ target }) => target);
}
