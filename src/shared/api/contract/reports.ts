import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { document, withCodes } from '../document.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const reportProcedures = {
  /**
   * What was done with devices, for the customer, in the order in which they are asked for. Users stand in it only where they are
   * asked for. `not-found` where none of them is in the queue, or is of the order.
   */
  'reports.ofDevices': query(
    deviceIds.extend({
      format: z.enum(['pdf', 'csv']),
      /** Only devices of this order or purchase order, written as it is there. */
      orderNumber: z.string().trim().min(1).max(200).optional(),
      withUsers: z.boolean().default(false),
      /** Whether the photos of the devices stand below, small: on paper alone. */
      withPhotos: z.boolean().default(false),
      withCodes,
    }),
    z.object({ document, devices: z.int() }),
  ),
};

export type ReportHandlers = HandlersOf<typeof reportProcedures>;
