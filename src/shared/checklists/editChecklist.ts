import type { ChecklistTemplate, TemplateItem } from './checklist.ts';
import { caseWords } from './listCase.ts';

/** What a person fills in of a step; the rest stays as it is. */
export type StepDraft = Pick<
  TemplateItem,
  'title' | 'need' | 'condition' | 'who' | 'where' | 'doneWhen' | 'hints' | 'commands' | 'evidence' | 'isGate'
>;

/** A step that nothing has been filled in of. */
export const emptyStep: StepDraft = {
  title: '',
  need: 'required',
  condition: null,
  who: ['technician'],
  where: '',
  doneWhen: '',
  hints: [],
  commands: [],
  evidence: null,
  isGate: false,
};

/** The list with a step moved up (-1) or down (1) within its block; as it is where there is no room. */
export function moveStep(list: ChecklistTemplate, id: string, by: -1 | 1): ChecklistTemplate {
  return withItems(list, (items) => {
    const from = items.findIndex((item) => item.id === id);
    const moved = items[from];
    const passed = items[from + by];
    if (moved === undefined || passed === undefined) return items;
    return items.with(from, passed).with(from + by, moved);
  });
}

/** The list with what a person said of a step. */
export function changeStep(list: ChecklistTemplate, id: string, draft: StepDraft): ChecklistTemplate {
  return withItems(list, (items) => items.map((item) => (item.id === id ? { ...item, ...draft } : item)));
}

/** The list with a new step at the end of a block, by an id that no step of it has. */
export function addStep(list: ChecklistTemplate, blockId: string, draft: StepDraft): ChecklistTemplate {
  const step: TemplateItem = {
    id: freeId(list),
    ...draft,
    only: null,
    passedBy: null,
    isShared: false,
    sources: [],
  };
  return withItems(list, (items, id) => (id === blockId ? [...items, step] : items));
}

/** The list without a step; a block that had no other goes with it. */
export function removeStep(list: ChecklistTemplate, id: string): ChecklistTemplate {
  const without = withItems(list, (items) => items.filter((item) => item.id !== id));
  return { ...without, blocks: without.blocks.filter(({ items }) => items.length > 0) };
}

/** Steps of the lab are X1, X2 and so on: an id of ours is never given to another step. */
function freeId({ blocks }: ChecklistTemplate): string {
  const taken = new Set(blocks.flatMap(({ items }) => items.map(({ id }) => id)));
  let number = 1;
  while (taken.has(`X${number}`)) number += 1;
  return `X${number}`;
}

function withItems(
  list: ChecklistTemplate,
  change: (items: TemplateItem[], blockId: string) => TemplateItem[],
): ChecklistTemplate {
  return { ...list, blocks: list.blocks.map((block) => ({ ...block, items: change(block.items, block.id) })) };
}

type Hint = TemplateItem['hints'][number];

/** A hint as a person edits it, its case before it. */
const lineOf = (hint: Hint): string => (typeof hint === 'string' ? hint : `${caseWords(hint.when)}: ${hint.says}`);

/** Hints as lines of a text field; `hintsOf` reads them back. */
export const linesOfHints = (hints: readonly Hint[]): string => hints.map(lineOf).join('\n');

/** The hints of a text field: a line that was there before keeps its case, another one is said in every case. */
export function hintsOf(text: string, before: readonly Hint[]): Hint[] {
  const known = new Map(before.map((hint) => [lineOf(hint), hint]));
  return linesOf(text).map((line) => known.get(line) ?? line);
}

/** The lines of a text field that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
