import { z } from 'zod';
import { checklistTemplate, checklistView, itemState } from '../../checklists/checklist.ts';
import { deviceIds } from '../../devices/deviceIds.ts';
import { document, nothing, withCodes } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

export const checklistProcedures = {
  'checklists.templates': query(nothing, z.object({ templates: z.array(checklistTemplate) })),
  'checklists.start': command(z.object({ deviceId: z.uuid(), templateId: z.string() }), checklistView),
  'checklists.get': query(z.object({ id: z.uuid() }), checklistView),
  'checklists.list': query(
    z.object({
      tenantId: z.uuid().optional(),
      deviceId: z.uuid().optional(),
      batchId: z.uuid().optional(),
      open: z.boolean().optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1_000).default(100),
    }),
    z.object({ total: z.number().int(), checklists: z.array(checklistView) }),
  ),
  'checklists.mark': command(
    z.object({ id: z.uuid(), itemId: z.string(), state: itemState, note: z.string().max(1_000).optional() }),
    checklistView,
  ),
  /** The checklist on paper, ticks included. */
  'checklists.document': query(
    z.object({ id: z.uuid(), format: z.enum(['pdf', 'html', 'json']), withCodes }),
    document,
  ),
  /** Starts a checklist for each of these devices; one that is under way stays. */
  'checklists.startMany': command(
    deviceIds.extend({ templateId: z.string() }),
    z.object({ started: z.number().int(), had: z.number().int() }),
  ),
  /** The newest sheet of each of these devices as one PDF; of a device without one, its draft. */
  'checklists.documents': query(
    z.object({ deviceIds: z.array(z.uuid()).min(1).max(500), templateId: z.string(), withCodes }),
    document,
  ),
  /** Ticks a step on the sheet of each of these devices; those without one, or that have it so, are counted. */
  'checklists.markMany': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      templateId: z.string(),
      itemId: z.string(),
      state: itemState,
      note: z.string().max(1_000).optional(),
    }),
    z.object({ marked: z.number().int(), had: z.number().int(), without: z.number().int() }),
  ),
  /** A checklist of the device as it would be, without starting one. */
  'checklists.draft': query(
    z.object({ deviceId: z.uuid(), templateId: z.string(), format: z.enum(['pdf', 'html', 'json']), withCodes }),
    document,
  ),
};

export type ChecklistHandlers = HandlersOf<typeof checklistProcedures>;
