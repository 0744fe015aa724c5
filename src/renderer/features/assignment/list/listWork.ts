import { create } from 'zustand';

/** The list that is looked at, and what a person chose of it. It stays while the page is elsewhere. */
export interface ListWork {
  readonly base64: string;
  /** The file that it comes from; null for what was pasted. */
  readonly name: string | null;
  readonly at: string;
  /** Lines that replace what came from others. */
  readonly overwrite: ReadonlySet<number>;
  /** Lines that are not applied. */
  readonly leaveOut: ReadonlySet<number>;
}

export const useListWork = create<{ readonly list: ListWork | null }>(() => ({ list: null }));

/** Looks at another list; nothing of it is chosen yet. */
export function takeList(base64: string, name: string | null): void {
  const at = new Date().toISOString();
  useListWork.setState({ list: { base64, name, at, overwrite: new Set(), leaveOut: new Set() } });
}

export const discardList = (): void => useListWork.setState({ list: null });

/** Changes what is chosen of the list. */
export function chooseOfList(change: Partial<Pick<ListWork, 'overwrite' | 'leaveOut'>>): void {
  useListWork.setState(({ list }) => ({ list: list === null ? null : { ...list, ...change } }));
}

/** A set with the line, or without it. */
export function withLine(lines: ReadonlySet<number>, line: number, isIn: boolean): ReadonlySet<number> {
  const next = new Set(lines);
  if (isIn) next.add(line);
  else next.delete(line);
  return next;
}
