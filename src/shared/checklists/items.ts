import type { ChecklistItem, ChecklistTemplate, ItemState } from './checklist.ts';
import type { EvidenceCode } from './evidence.ts';
import { itemFor } from './itemFor.ts';
import type { ChecklistOptions } from './listCase.ts';

/** The name that stands at an item which a fact of the device has ticked. */
export const EVIDENCE_INITIALS = 'Reseal';

/** What a person said about an item. */
export interface ItemMark {
  readonly itemId: string;
  readonly state: Exclude<ItemState, 'open'>;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

/**
 * The items of a checklist as they stand: what a person marked, else what the facts of the device tick, else open.
 * Ticks by facts are worked out and never kept, so they cannot outlive the fact.
 */
export function itemsOf(
  template: ChecklistTemplate,
  marks: readonly ItemMark[],
  evidence: ReadonlyMap<EvidenceCode, string>,
  options: ChecklistOptions,
): readonly ChecklistItem[] {
  const markOf = new Map(marks.map((mark) => [mark.itemId, mark]));
  return template.blocks.flatMap((block) =>
    block.items.flatMap((item): ChecklistItem[] => {
      const worded = itemFor(item, options);
      if (worded === null) return [];
      const { state, note, by, at } = markOf.get(item.id) ?? tickOf(item.evidence, evidence);
      return [{ ...worded, blockId: block.id, blockTitle: block.title, scope: block.scope, state, note, by, at }];
    }),
  );
}

function tickOf(
  code: EvidenceCode | null,
  evidence: ReadonlyMap<EvidenceCode, string>,
): Pick<ChecklistItem, 'state' | 'note' | 'by' | 'at'> {
  const at = code === null ? undefined : evidence.get(code);
  return at === undefined
    ? { state: 'open', note: null, by: null, at: null }
    : { state: 'done', note: null, by: EVIDENCE_INITIALS, at };
}

/**
 * The gate that has to be settled before the step may be ticked; undefined where none holds it. A gate that was passed
 * elsewhere, where a person had to say why, holds nothing: the step of that fact is done.
 */
export function gateBefore(items: readonly ChecklistItem[], itemId: string): ChecklistItem | undefined {
  const index = items.findIndex(({ id }) => id === itemId);
  const scope = items[index]?.scope;
  const isPassed = ({ passedBy }: ChecklistItem) =>
    passedBy !== null && items.some(({ evidence, state }) => evidence === passedBy && state === 'done');
  return items
    .slice(0, Math.max(index, 0))
    .find(
      (item) =>
        item.isGate && item.scope === scope && (item.state === 'open' || item.state === 'failed') && !isPassed(item),
    );
}
