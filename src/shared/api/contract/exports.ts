import { z } from 'zod';
import { exportNote } from '../../exports/exportNote.ts';
import { deviceOrder } from '../../devices/deviceFilter.ts';
import { queueColumns } from '../../devices/queueColumn.ts';
import { document } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

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
  /**
   * All that a filter keeps, in an order, with some columns: as CSV in words, of which a spreadsheet computes nothing, or as JSON
   * with the codes. No hash is in it.
   */
  'exports.list': query(
    deviceOrder.extend({
      columns: queueColumns,
      format: z.enum(['csv', 'json']),
      /** Whether a CSV begins with the mark by which spreadsheets know UTF-8. */
      bom: z.boolean().default(true),
    }),
    z.object({ file: document, devices: z.number().int() }),
  ),
};

export type ExportHandlers = HandlersOf<typeof exportProcedures>;
