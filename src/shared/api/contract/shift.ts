import { z } from 'zod';
import { shiftSummary } from '../../shift/shiftSummary.ts';
import { query, type HandlersOf } from '../procedure.ts';

export const shiftProcedures = {
  /** What was done at the bench between two times, of one tenant or of all, and how things stand now. At most 366 days. */
  'shift.summary': query(
    z.object({ tenantId: z.uuid().optional(), from: z.iso.datetime(), to: z.iso.datetime() }),
    shiftSummary,
  ),
};

export type ShiftHandlers = HandlersOf<typeof shiftProcedures>;
