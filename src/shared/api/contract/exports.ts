import { z } from 'zod';
import { exportNote } from '../../exports/exportNote.ts';
import { document } from '../document.ts';
import { command, type HandlersOf } from '../procedure.ts';

export const exportProcedures = {
  /** Strict files for a target, split at its limit. Writing them is recorded in the audit log. */
  'exports.write': command(
    z.object({
      target: z.enum(['intune', 'partner-center', 'corporate-identifiers']),
      deviceIds: z.array(z.uuid()).min(1),
    }),
    z.object({
      files: z.array(document),
      written: z.number().int(),
      refused: z.array(z.object({ serialNumber: z.string(), reason: z.string() })),
      /** What the written rows say otherwise than their devices: as a code, and in words. */
      notes: z.array(z.object({ serialNumber: z.string(), note: exportNote, sentence: z.string() })),
    }),
  ),
};

export type ExportHandlers = HandlersOf<typeof exportProcedures>;
