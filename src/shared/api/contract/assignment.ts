import { z } from 'zod';
import { heldField, sentField } from '../../assignment/heldValue.ts';
import { listDifference } from '../../assignment/listedChange.ts';
import { deviceIds } from '../../devices/deviceIds.ts';
import { queued, refusedDevice } from '../../jobs/queued.ts';
import { document } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** Where false, devices for which another value stands are left as they are, and counted. */
const overwrites = z.boolean().default(true);

/** What an entry for many devices came to; `actId` is the name by which all of it is taken back. */
const entered = queued.extend({ spared: z.number().int(), actId: z.uuid() });

/** A list as a person pasted or dropped it; its bytes are read as a file's. */
const list = z.object({
  tenantId: z.uuid(),
  base64: z.string().max(2_800_000),
});

const naming = z.object({
  deviceIds: z.array(z.uuid()).min(1),
  /** Empty to clear the names. */
  pattern: z.string().trim(),
  firstNumber: z.number().int().min(0).max(99_999).default(1),
});

/** A list with what a person chose of it: the lines that overwrite what came from others, and those that are not applied. */
const chosenOfList = list.extend({
  overwrite: z.array(z.object({ line: z.number().int(), before: z.array(z.string()) })).default([]),
  leaveOut: z.array(z.number().int()).default([]),
});

export const assignmentProcedures = {
  'assignment.assignUser': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      userPrincipalName: z.string().trim(),
      displayName: z.string().max(256).optional(),
      /** Assigns also where Windows ignores it, as on a kiosk; else such devices are refused as `assignment.userIgnored`. */
      insists: z.boolean().default(false),
      overwrites,
    }),
    entered,
  ),
  'assignment.unassignUser': command(deviceIds, entered),
  'assignment.setGroupTag': command(
    z.object({ deviceIds: z.array(z.uuid()).min(1), groupTag: z.string().trim(), overwrites }),
    entered,
  ),
  /** One device by its name, or several by a pattern such as `PC-%NUMBER:3%`; an empty pattern clears the names. */
  'assignment.rename': command(naming.extend({ overwrites }), entered),
  /** For how many of these devices another value stands than is wanted, and the first few; an empty value asks for any. */
  'assignment.others': query(
    z.object({ deviceIds: z.array(z.uuid()).min(1), field: sentField, value: z.string().trim() }),
    z.object({
      devices: z.number().int(),
      examples: z.array(z.object({ serialNumber: z.string(), value: z.string() })),
    }),
  ),
  /** What a list would change of a tenant's devices; nothing is kept or changed. */
  'assignment.compareList': query(list, listDifference),
  /** The lines that would be left out, with their reasons, as a CSV. */
  'assignment.leftOutOfList': query(chosenOfList, document),
  /**
   * Applies a list: what is empty or was entered by the same person gets its new value. Of what came from others, only the lines
   * in `overwrite` are, and only where what stands there is what was shown (`before`).
   */
  'assignment.applyList': command(
    chosenOfList,
    z.object({
      actId: z.uuid(),
      changed: z.number().int(),
      spared: z.number().int(),
      leftOut: z.number().int(),
      notPossible: z.number().int(),
      same: z.number().int(),
      notInQueue: z.number().int(),
    }),
  ),
  /**
   * Takes an entry for many devices back: each gets its earlier value again, as long as Microsoft has not been told of the new one
   * (`sent`) and nobody has entered another since (`changed`).
   */
  'assignment.takeBack': command(
    z.object({ actId: z.uuid() }),
    z.object({ takenBack: z.number().int(), sent: z.number().int(), changed: z.number().int() }),
  ),
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
