import { z } from 'zod';
import type { PreparationTarget } from '../../../shared/preparation/preparationPolicy.ts';
import { optionalText } from './wire.ts';

/** Whom something of Intune is assigned to: `group`, `exclusionGroup`, `allDevices`, or a word that is new to us, as it came. */
export const assignmentTarget = z
  .object({
    id: z.string().min(1),
    intent: optionalText.catch(null),
    target: z.object({ '@odata.type': z.string(), groupId: optionalText.catch(null) }),
  })
  .transform(({ id, intent, target: { '@odata.type': type, groupId } }): { id: string; target: PreparationTarget } => ({
    id,
    target: {
      target: type.replace('#microsoft.graph.', '').replace(/AssignmentTarget$/, ''),
      groupId,
      intent,
    },
  }));
