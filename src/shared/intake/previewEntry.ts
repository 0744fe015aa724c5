import { z } from 'zod';
import { chosenJoinType, chosenScenario } from '../scenarios/scenarioName.ts';
import { editableField, mappedField } from './vocabulary.ts';
import { oneOf } from '../oneOf.ts';

export const cellEdit = z.object({ rowId: z.number().int(), field: editableField, value: z.string() });

/** What is named is given to every row, or to the batch; what is not named stays. */
export const valuesForAll = z.object({
  groupTag: z.string().optional(),
  orderNumber: z.string().max(128).optional(),
  assignedUser: z.string().optional(),
  batchName: z.string().trim().min(1).max(128).optional(),
  /** What the devices of the batch are for; null: the profile or a rule tells. */
  scenario: chosenScenario.nullable().optional(),
  joinType: chosenJoinType.nullable().optional(),
});

/** Takes rows in or leaves them out: these, those that are suspect for a reason, or all. */
export const rowChoice = z.object({
  rowIds: z.array(z.number().int()).optional(),
  reason: z.string().optional(),
  included: z.boolean(),
});

export const columnAnswer = z.object({ fileId: z.string(), columns: z.array(mappedField) });

/**
 * Something that a person entered into a preview. Entries in their order make the preview what it is. Only the shape is
 * held to here: what was once taken has to be read again, also when a rule has become stricter since.
 */
export const previewEntry = oneOf('kind', () => [
  cellEdit.extend({ kind: z.literal('edit') }),
  valuesForAll.extend({ kind: z.literal('forAll') }),
  rowChoice.extend({ kind: z.literal('include') }),
  columnAnswer.extend({ kind: z.literal('map') }),
]);
export type PreviewEntry = z.infer<typeof previewEntry>;
