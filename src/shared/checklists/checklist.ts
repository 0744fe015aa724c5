import { z } from 'zod';
import { evidenceCode } from './evidence.ts';
import { checklistOptions, listCase } from './listCase.ts';

/** Who does a step, in the words of the checklist. */
export const checklistRole = z.enum(['administrator', 'oem', 'technician', 'user', 'automatic']);
export type ChecklistRole = z.infer<typeof checklistRole>;
export const itemState = z.enum(['open', 'done', 'skipped', 'failed']);
export type ItemState = z.infer<typeof itemState>;
/** tenant: done once for all devices of a tenant · device: done for each device */
export const blockScope = z.enum(['tenant', 'device']);

/** A step, as the files of the checklists may say it. */
export const stepFields = z.object({
  id: z.string(),
  title: z.string(),
  /** required · optional · conditional: only where `condition` holds */
  need: z.enum(['required', 'optional', 'conditional']),
  condition: z.string().nullable(),
  who: z.array(checklistRole).min(1),
  where: z.string(),
  doneWhen: z.string(),
  /** Traps worth a line, and what is called differently in one case. */
  hints: z.array(z.union([z.string(), z.object({ when: listCase, says: z.string() }).strict()])),
  /** A fact of the device that ticks the item by itself, by its code; null where only a person can say. */
  evidence: evidenceCode.nullable(),
  /** In which case there is this item at all; null: always. */
  only: listCase.nullable(),
  /** What is typed on a device or a server, to copy. */
  commands: z.array(z.string()),
  /** Whether nothing after it may be ticked before it is settled: to pass it over needs a reason. */
  isGate: z.boolean(),
  /** The fact, ticked by a later step, that shows that somebody has passed the gate elsewhere and said why. */
  passedBy: evidenceCode.nullable(),
  /** Whether what was marked for a tenant in one checklist holds in its other checklists. */
  isShared: z.boolean(),
  /** Where the step is from: a key of `knowledge/pages.json`, and the line of the collected documentation. */
  sources: z.array(z.object({ page: z.string().min(1), line: z.int().positive().optional() }).strict()),
});

/** A step of a list; sheets that were begun with earlier versions lack some of it. */
export const templateItem = stepFields.extend({
  only: stepFields.shape.only.default(null),
  commands: stepFields.shape.commands.default([]),
  isGate: stepFields.shape.isGate.default(false),
  passedBy: stepFields.shape.passedBy.default(null),
  isShared: stepFields.shape.isShared.default(false),
  sources: stepFields.shape.sources.default([]),
});
export type TemplateItem = z.infer<typeof templateItem>;

/** What a checklist is about; they are offered in this order. */
export const checklistKind = z.enum(['deployment', 'registration', 'repair', 'leaving', 'customer']);
export type ChecklistKind = z.infer<typeof checklistKind>;

export const checklistTemplate = z.object({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  scenario: z.string(),
  source: z.string(),
  kind: checklistKind.default('deployment'),
  /** Whether a new technician flow of the device begins a new sheet. */
  followsRuns: z.boolean().default(true),
  /** The day on which its steps were last compared with their sources; null where that was not written down. */
  reviewed: z.iso.date().nullable().default(null),
  blocks: z.array(z.object({ id: z.string(), title: z.string(), scope: blockScope, items: z.array(templateItem) })),
});
export type ChecklistTemplate = z.infer<typeof checklistTemplate>;

/** A step as it stands for one device: what does not concern its case is left out. */
export const checklistItem = templateItem.omit({ only: true, isShared: true, sources: true }).extend({
  hints: z.array(z.string()),
  blockId: z.string(),
  blockTitle: z.string(),
  scope: blockScope,
  state: itemState,
  note: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** The part of a checklist that is done once for a tenant, as it stands. */
export const tenantChecklist = z.object({
  templateId: z.string(),
  title: z.string(),
  kind: checklistKind,
  /** Whether all of it is the tenant's, so that no device has it. */
  isWhole: z.boolean(),
  items: z.array(checklistItem),
  done: z.number().int(),
  required: z.number().int(),
  nextItemId: z.string().nullable(),
});
export type TenantChecklist = z.infer<typeof tenantChecklist>;

/** What another version of a list has more, less, and says otherwise, by the ids of its steps. */
export const checklistChange = z.object({
  version: z.number().int(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
});

/** A checklist of one device, as it stands. */
export const checklistView = z.object({
  id: z.uuid(),
  deviceId: z.uuid(),
  serialNumber: z.string(),
  model: z.string().nullable(),
  templateId: z.string(),
  templateVersion: z.number().int(),
  title: z.string(),
  /** What a newer version of the list would change; null where it has the newest, or has ended. */
  newer: checklistChange.nullable(),
  /** What the steps are worded for; null where it is not known, and both ways are said. */
  options: checklistOptions,
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
