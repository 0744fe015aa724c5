import { z } from 'zod';
import { deviceSort, queueFilter } from './deviceFilter.ts';
import { queueColumns, type QueueColumn } from './queueColumn.ts';

/** A way to look at the queue, under a name: which devices, in which order, with which columns. It is of no tenant. */
export const queueView = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  filter: queueFilter,
  sort: deviceSort,
  descending: z.boolean(),
  /** Null for those that are chosen on this computer. */
  columns: queueColumns.nullable(),
});
export type QueueView = z.output<typeof queueView>;

/** More are no help to find one. */
export const MOST_VIEWS = 100;

/** The view that is called so, whatever the case of the letters; null where none is. */
export function namedView(views: readonly QueueView[], name: string): QueueView | null {
  const folded = name.trim().toLowerCase();
  return views.find((view) => view.name.toLowerCase() === folded) ?? null;
}

/** What of the queue a view shows. */
type Shown = Pick<QueueView, 'filter' | 'sort' | 'descending'> & { readonly columns: readonly QueueColumn[] | null };

/** Whether two views show the same, whatever they are called, and in whatever order their conditions were chosen. */
export function looksAlike(one: Shown, other: Shown): boolean {
  return plainly(one) === plainly(other);
}

/** All that a view shows as one text: without what is no condition, and with values in one order. */
function plainly({ filter, sort, descending, columns }: Shown): string {
  const conditions = Object.entries(queueFilter.parse(filter)).map(([name, value]) =>
    Array.isArray(value) ? [name, value.toSorted()] : [name, value],
  );
  return JSON.stringify([Object.fromEntries(conditions), sort, descending, columns]);
}

/** The views with one that is new or changed, in the order of their names. */
export function withView(views: readonly QueueView[], view: QueueView): readonly QueueView[] {
  return [...views.filter(({ id }) => id !== view.id), view].toSorted((one, other) =>
    one.name.localeCompare(other.name, 'en', { numeric: true }),
  );
}
