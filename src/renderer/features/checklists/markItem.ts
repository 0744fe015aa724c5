import type { ItemState } from '../../../shared/checklists/checklist.ts';

/** Says what became of a step; skipping and failing come with a note. */
export type MarkItem = (itemId: string, state: ItemState, note?: string) => void;
