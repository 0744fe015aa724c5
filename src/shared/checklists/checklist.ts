import { z } from 'zod';
import { evidenceCode } from './evidence.ts';

/** Who does a step, in the words of the checklist. */
export const checklistRole = z.enum(['administrator', 'oem', 'technician', 'user', 'automatic']);
export type ChecklistRole = z.infer<typeof checklistRole>;
export const itemState = z.enum(['open', 'done', 'skipped', 'failed']);
export type ItemState = z.infer<typeof itemState>;
/** tenant: done once for all devices of a tenant · device: done for each device */
export const blockScope = z.enum(['tenant', 'device']);

export const templateItem = z.object({
  id: z.string(),
  title: z.string(),
  /** required · optional · conditional: only where `condition` holds */
  need: z.enum(['required', 'optional', 'conditional']),
  condition: z.string().nullable(),
  who: z.array(checklistRole).min(1),
  where: z.string(),
  doneWhen: z.string(),
  /** Labels that differ between Windows versions, and traps worth a line. */
  hints: z.array(z.string()),
  /** A fact of the device that ticks the item by itself, by its code; null where only a person can say. */
  evidence: evidenceCode.nullable(),
});
export type TemplateItem = z.infer<typeof templateItem>;

export const checklistTemplate = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  scenario: z.string(),
  source: z.string(),
  blocks: z.array(z.object({ id: z.string(), title: z.string(), scope: blockScope, items: z.array(templateItem) })),
});
export type ChecklistTemplate = z.infer<typeof checklistTemplate>;

export const checklistItem = templateItem.extend({
  blockId: z.string(),
  blockTitle: z.string(),
  scope: blockScope,
  state: itemState,
  note: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** A checklist of one device, as it stands. */
export const checklistView = z.object({
  id: z.uuid(),
  deviceId: z.uuid(),
  serialNumber: z.string(),
  model: z.string().nullable(),
  templateId: z.string(),
  templateVersion: z.number().int(),
  title: z.string(),
  startedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  /** When a new technician flow began, with a new sheet: this one stays as it was. Null while it is worked on. */
  endedAt: z.iso.datetime().nullable(),
  /** The tenant's items are shared by all checklists of the tenant: a tick in one is a tick in all. */
  items: z.array(checklistItem),
  /** Required items that are done, or skipped with a reason. */
  done: z.number().int(),
  /** The device's items that count: all but the optional and conditional ones that are open or skipped. */
  required: z.number().int(),
  /** The first item of the device that counts and is not settled. */
  nextItemId: z.string().nullable(),
});
export type ChecklistView = z.infer<typeof checklistView>;
