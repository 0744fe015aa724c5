import { z } from 'zod';
import { shiftNote } from '../../shift/shiftNote.ts';
import { shiftSummary } from '../../shift/shiftSummary.ts';
import { document, paperSize, withCodes } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** Between two times, of one tenant or of all; at most 366 days. */
const ofShift = z.object({ tenantId: z.uuid().optional(), from: z.iso.datetime(), to: z.iso.datetime() });

export const shiftProcedures = {
  /** What was done at the bench, what was noted for the next shift, and how things stand now. */
  'shift.summary': query(ofShift, shiftSummary),
  /** The same as a table, or as one page with room for both leads to sign. */
  'shift.document': query(
    ofShift.extend({ format: z.enum(['pdf', 'csv']), paper: paperSize.optional(), withCodes }),
    document,
  ),
  /** The devices that were finished, resealed or shipped, for a report of them. */
  'shift.devices': query(ofShift, z.object({ deviceIds: z.array(z.uuid()) })),
  /** Writes a note to the next shift, signed with the technician's initials. It belongs to the lab, not to a tenant. */
  'shift.addNote': command(z.object({ text: z.string().trim().min(1).max(500) }), shiftNote),
  /** Earlier notes: those before a time, the newest first. */
  'shift.notes': query(
    z.object({ to: z.iso.datetime(), limit: z.int().min(1).max(100).default(50) }),
    z.object({ notes: z.array(shiftNote) }),
  ),
};

export type ShiftHandlers = HandlersOf<typeof shiftProcedures>;
