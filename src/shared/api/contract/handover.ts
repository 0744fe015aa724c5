import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { groupedBy } from '../../handover/handoverList.ts';
import { document, paperSize, withCodes } from '../document.ts';
import { query, type HandlersOf } from '../procedure.ts';

const paper = { paper: paperSize.optional(), withUsers: z.boolean().default(false), withCodes };

export const handoverProcedures = {
  /**
   * What goes along with devices that are handed over: by box, which is the batch they came with, or by user, who is named then.
   * `not-found` where none of them is in the queue.
   */
  'handover.list': query(
    deviceIds.extend({ format: z.enum(['pdf', 'csv']), groupedBy: groupedBy.default('box'), ...paper }),
    z.object({ document, devices: z.int() }),
  ),
  /**
   * One page for each end user: the device, its dates, what it will ask for, and whom to call. A device that no user can set up
   * now has none, with the reason. `not-found` where no device is left.
   */
  'handover.cards': query(
    deviceIds.extend(paper),
    z.object({
      document,
      devices: z.int(),
      leftOut: z.array(z.object({ serialNumber: z.string(), reason: z.string() })),
    }),
  ),
};

export type HandoverHandlers = HandlersOf<typeof handoverProcedures>;
