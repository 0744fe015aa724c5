import type { ChecklistItem, ChecklistTemplate, ItemState } from './checklist.ts';
import type { EvidenceCode } from './evidence.ts';

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
): readonly ChecklistItem[] {
  const markOf = new Map(marks.map((mark) => [mark.itemId, mark]));
  return template.blocks.flatMap((block) =>
    block.items.map((item): ChecklistItem => {
      const { state, note, by, at } = markOf.get(item.id) ?? tickOf(item.evidence, evidence);
      return { ...item, blockId: block.id, blockTitle: block.title, scope: block.scope, state, note, by, at };
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
