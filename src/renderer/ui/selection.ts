/** The ids of what a person selected, on screen or not. */
export type Selection = ReadonlySet<string>;

export const nothingSelected: Selection = new Set();

/** A new selection with the id if it was not in it, and without it if it was. */
export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Adds everything that stands between two ids, both included, in the order of the list. */
export function withRange(
  selection: Selection,
  ids: readonly (string | undefined)[],
  from: number,
  to: number,
): Selection {
  const [first, last] = from < to ? [from, to] : [to, from];
  return new Set([...selection, ...ids.slice(first, last + 1).filter((id) => id !== undefined)]);
}
