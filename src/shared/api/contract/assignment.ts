import { z } from 'zod';
import { heldField, sentField } from '../../assignment/heldValue.ts';
import { deviceIds } from '../../devices/deviceIds.ts';
import { queued, refusedDevice } from '../../jobs/queued.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const naming = z.object({
  deviceIds: z.array(z.uuid()).min(1),
  pattern: z.string().trim(),
  firstNumber: z.number().int().min(0).max(99_999).default(1),
});

export const assignmentProcedures = {
  'assignment.assignUser': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      userPrincipalName: z.string().trim(),
      displayName: z.string().max(256).optional(),
      /** Assigns also where Windows ignores it, as on a kiosk; else such devices are refused as `assignment.userIgnored`. */
      insists: z.boolean().default(false),
    }),
    queued,
  ),
  'assignment.unassignUser': command(deviceIds, queued),
  'assignment.setGroupTag': command(
    z.object({ deviceIds: z.array(z.uuid()).min(1), groupTag: z.string().trim() }),
    queued,
  ),
  /** One device by its name, or several by a pattern such as `PC-%NUMBER:3%`; an empty pattern clears the names. */
  'assignment.rename': command(naming, queued),
  /** What `assignment.rename` would come to: the first few names, and the first few devices that it would refuse. */
  'assignment.names': query(
    naming,
    z.object({
      named: z.number().int(),
      refused: z.number().int(),
      /** Of how many Windows ignores the name, as with Microsoft Entra hybrid join. */
      ignored: z.number().int(),
      examples: z.array(z.object({ serialNumber: z.string(), deviceName: z.string() })),
      problems: z.array(refusedDevice),
    }),
  ),
  /**
   * Of which of these devices Microsoft holds something else than is wished here, with nothing on its way: how many for each
   * property, how many of Microsoft's values and of the wishes are empty, and the first few.
   */
  'assignment.differences': query(
    z.object({ deviceIds: z.array(z.uuid()).min(1), fields: z.array(heldField).min(1).optional() }),
    z.object({
      devices: z.number().int(),
      counts: z.array(
        z.object({
          field: heldField,
          devices: z.number().int(),
          withoutTheirs: z.number().int(),
          withoutOurs: z.number().int(),
        }),
      ),
      examples: z.array(
        z.object({
          serialNumber: z.string(),
          field: heldField,
          wish: z.string().nullable(),
          microsoft: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What Microsoft holds becomes what is wished here; nothing is sent. All properties that differ unless some are named. */
  'assignment.takeTheirs': command(
    z.object({ deviceIds: z.array(z.uuid()).min(1), fields: z.array(heldField).min(1).optional() }),
    z.object({ taken: z.number().int() }),
  ),
  /** What is wished here is sent in place of what Microsoft holds. A purchase order cannot be. */
  'assignment.sendOurs': command(
    z.object({ deviceIds: z.array(z.uuid()).min(1), fields: z.array(sentField).min(1).optional() }),
    queued,
  ),
};

export type AssignmentHandlers = HandlersOf<typeof assignmentProcedures>;
