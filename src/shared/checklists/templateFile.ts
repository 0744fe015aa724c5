import { z } from 'zod';
import { blockScope, checklistKind, checklistTemplate, stepFields, type ChecklistTemplate } from './checklist.ts';

const step = stepFields
  .omit({ id: true })
  .partial()
  .extend({
    title: stepFields.shape.title,
    who: stepFields.shape.who,
    where: stepFields.shape.where,
    doneWhen: stepFields.shape.doneWhen,
    sources: stepFields.shape.sources.min(1),
  })
  .strict();

/** Every step once, by its id; the templates choose from it. An id is never given to another step. */
export const stepCatalogue = z.record(z.string().regex(/^[A-Z]+\d+[a-z]?$/), step);
export type StepCatalogue = z.infer<typeof stepCatalogue>;

/** A step as the catalogue has it, or with what is different about it in this scenario. */
const chosenStep = z.union([
  z.string().transform((id) => ({ step: id })),
  stepFields.omit({ id: true }).partial().extend({ step: z.string() }).strict(),
]);

/** A template's file: which steps, in which order, and what differs from the catalogue in this scenario. */
export const templateFile = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  version: z.number().int(),
  title: z.string(),
  scenario: z.string(),
  source: z.string(),
  kind: checklistKind,
  followsRuns: z.boolean(),
  /** The day on which somebody last compared it with its sources. */
  reviewed: z.iso.date(),
  blocks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      scope: blockScope,
      items: z.array(chosenStep).min(1),
    }),
  ),
});
export type TemplateFile = z.infer<typeof templateFile>;

/**
 * The template that a file and the catalogue make together. A step with a condition is conditional, others are required,
 * unless the catalogue or the file says otherwise.
 * @throws Error where the file names a step that the catalogue does not hold, or names one twice
 */
export function assembleTemplate(file: TemplateFile, catalogue: StepCatalogue): ChecklistTemplate {
  const seen = new Set<string>();
  const item = ({ step: id, ...change }: z.infer<typeof chosenStep>) => {
    const known = catalogue[id];
    if (known === undefined) throw new Error(`The checklist ${file.id} names the step ${id}, which the steps lack.`);
    if (seen.has(id)) throw new Error(`The checklist ${file.id} names the step ${id} twice.`);
    seen.add(id);
    const merged = { condition: null, hints: [], evidence: null, ...known, ...change };
    return { id, need: merged.condition === null ? 'required' : 'conditional', ...merged };
  };
  return checklistTemplate.parse({
    ...file,
    blocks: file.blocks.map((block) => ({ ...block, items: block.items.map(item) })),
  });
}
