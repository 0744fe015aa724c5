import type { ChecklistItem } from './checklist.ts';

export interface ChecklistProgress {
  readonly done: number;
  readonly required: number;
  readonly nextItemId: string | null;
  /** When the last item that counts was settled; null while one is not. */
  readonly completedAt: string | null;
}

type Counted = Pick<ChecklistItem, 'id' | 'need' | 'state' | 'scope' | 'at'>;

/**
 * How many steps of a device's checklist are done. The tenant's items are done once for many devices, so they do not
 * count here.
 */
export function checklistProgressOf(items: readonly Counted[]): ChecklistProgress {
  return progressOf(items.filter(({ scope }) => scope === 'device'));
}

/** How many of some steps are done. */
export function progressOf(items: readonly Counted[]): ChecklistProgress {
  const counted = items.filter(counts);
  const open = counted.filter((item) => !isSettled(item));
  const times = counted.flatMap(({ at }) => (at === null ? [] : [at])).sort();
  return {
    required: counted.length,
    done: counted.length - open.length,
    nextItemId: open[0]?.id ?? null,
    completedAt: open.length === 0 ? (times.at(-1) ?? null) : null,
  };
}

function counts({ need, state }: Counted): boolean {
  return need === 'required' || state === 'done' || state === 'failed';
}

function isSettled({ state }: Counted): boolean {
  return state === 'done' || state === 'skipped';
}
