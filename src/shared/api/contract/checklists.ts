import { z } from 'zod';
import {
  checklistChange,
  checklistTemplate,
  checklistView,
  itemState,
  tenantChecklist,
} from '../../checklists/checklist.ts';
import { chosenOptions } from '../../checklists/listCase.ts';
import { deviceIds } from '../../devices/deviceIds.ts';
import { document, nothing, paperSize, withCodes } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

const onPaper = { paper: paperSize.optional(), withCodes };

export const checklistProcedures = {
  'checklists.templates': query(nothing, z.object({ templates: z.array(checklistTemplate) })),
  /** The checklists that the lab made itself; `newerBasis`: the list of ours that it is a copy of has changed since. */
  'checklists.own': query(
    nothing,
    z.object({
      checklists: z.array(
        z.object({
          template: checklistTemplate,
          basedOn: z.string().nullable(),
          basisTitle: z.string().nullable(),
          changedAt: z.iso.datetime(),
          changedBy: z.string(),
          newerBasis: checklistChange.nullable(),
        }),
      ),
    }),
  ),
  /** A list of the lab's own that begins as another one is. */
  'checklists.copyTemplate': command(
    z.object({ templateId: z.string(), title: z.string().trim().min(1).max(200) }),
    checklistTemplate,
  ),
  /**
   * Takes in a list of the lab's own, as its file has it: a new one, or the next version of one.
   * `version`: what the change was made on; `conflict` where somebody else has changed it since.
   */
  'checklists.saveTemplate': command(
    z.object({ content: z.string().max(2_000_000), version: z.number().int().optional() }),
    checklistTemplate,
  ),
  /** Removes a list of the lab's own; `content` is its file, which brings it back. */
  'checklists.removeTemplate': command(z.object({ id: z.string() }), z.object({ content: z.string() })),
  'checklists.templateFile': query(z.object({ id: z.string() }), document),
  /** Goes on with the newest version of the list; marks stay with their steps. */
  'checklists.takeNewer': command(z.object({ id: z.uuid() }), checklistView),
  /** Which checklist the device's scenario asks for; null where it has none. */
  'checklists.proposal': query(z.object({ deviceId: z.uuid() }), z.object({ templateId: z.string().nullable() })),
  'checklists.start': command(
    z.object({ deviceId: z.uuid(), templateId: z.string(), options: chosenOptions.optional() }),
    checklistView,
  ),
  /** Words the steps of a checklist for another Windows or network; null: both ways. */
  'checklists.setOptions': command(z.object({ id: z.uuid(), options: chosenOptions }), checklistView),
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
  /** What is done once for a tenant, of each checklist that has something of that. */
  'checklists.ofTenant': query(z.object({ tenantId: z.uuid() }), z.object({ checklists: z.array(tenantChecklist) })),
  'checklists.markForTenant': command(
    z.object({
      tenantId: z.uuid(),
      templateId: z.string(),
      itemId: z.string(),
      state: itemState,
      note: z.string().max(1_000).optional(),
    }),
    tenantChecklist,
  ),
  /** What is done once for a tenant, on paper. */
  'checklists.tenantDocument': query(
    z.object({ tenantId: z.uuid(), templateId: z.string(), format: z.enum(['pdf', 'html', 'json']), ...onPaper }),
    document,
  ),
  /** The checklist on paper, ticks included. */
  'checklists.document': query(
    z.object({ id: z.uuid(), format: z.enum(['pdf', 'html', 'json']), ...onPaper }),
    document,
  ),
  /** Starts a checklist for each of these devices; one that is under way stays. */
  'checklists.startMany': command(
    deviceIds.extend({ templateId: z.string() }),
    z.object({ started: z.number().int(), had: z.number().int() }),
  ),
  /** The newest sheet of each of these devices as one PDF; of a device without one, its draft. */
  'checklists.documents': query(
    z.object({ deviceIds: z.array(z.uuid()).min(1).max(500), templateId: z.string(), ...onPaper }),
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
    /** `held`: a gate before the step is not settled there. */
    z.object({
      marked: z.number().int(),
      had: z.number().int(),
      without: z.number().int(),
      held: z.number().int(),
    }),
  ),
  /** A checklist of the device as it would be, without starting one. */
  'checklists.draft': query(
    z.object({ deviceId: z.uuid(), templateId: z.string(), format: z.enum(['pdf', 'html', 'json']), ...onPaper }),
    document,
  ),
};

export type ChecklistHandlers = HandlersOf<typeof checklistProcedures>;
