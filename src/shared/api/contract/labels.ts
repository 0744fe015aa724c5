import { z } from 'zod';
import { document, withCodes } from '../document.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const labelProcedures = {
  /** Labels with the serial number, a QR code and Code 128. */
  'labels.document': query(
    z.object({ deviceIds: z.array(z.uuid()).min(1).max(2_000), format: z.enum(['pdf', 'svg', 'png']), withCodes }),
    document,
  ),
  /** A technician’s badge: scanned, it says whose work this bench records. */
  'labels.badge': query(
    z.object({ initials: z.string().trim().min(1).max(8), format: z.enum(['pdf', 'svg', 'png']), withCodes }),
    document,
  ),
};

export type LabelHandlers = HandlersOf<typeof labelProcedures>;
