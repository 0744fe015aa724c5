import { z } from 'zod';
import type { PageAssignment } from '../../../shared/esp/statusPage.ts';
import { optionalText } from './wire.ts';

const text = optionalText.catch(null);

const wireAssignment = z
  .object({
    target: z.object({
      '@odata.type': z.string(),
      groupId: text,
      deviceAndAppManagementAssignmentFilterId: text,
      deviceAndAppManagementAssignmentFilterType: text,
    }),
  })
  .transform(({ target }): PageAssignment => ({
    target: target['@odata.type'].replace('#microsoft.graph.', '').replace(/AssignmentTarget$/, ''),
    groupId: target.groupId,
    hasFilter:
      target.deviceAndAppManagementAssignmentFilterId !== null &&
      target.deviceAndAppManagementAssignmentFilterType !== 'none',
  }));

/** Whom something of Intune is assigned to; null where that did not come, or not as documented. */
export const wireAssignments = z
  .array(wireAssignment)
  .nullish()
  .catch(null)
  .transform((assignments) => assignments ?? null);
