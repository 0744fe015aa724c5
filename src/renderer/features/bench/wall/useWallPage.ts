import { useEffect, useState, type RefObject } from 'react';

/** Long enough to find one's shelf in fifteen rows. */
const PAGE_MS = 10_000;

export interface WallPage<Row> {
  readonly rows: readonly Row[];
  /** Which ones these are, from 1; null where all are shown. */
  readonly span: { readonly from: number; readonly to: number } | null;
}

/**
 * The rows of a list that a wall shows now: nobody scrolls there, so what has no room has its turn.
 * @param leastHeight of a row, in pixels; null where the list scrolls
 */
export function useWallPage<Row>(
  list: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  now: Date,
  leastHeight: number | null,
): WallPage<Row> {
  const [height, setHeight] = useState(0);
  const isEmpty = rows.length === 0;
  useEffect(() => {
    const element = list.current;
    if (element === null || leastHeight === null) return;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, leastHeight, isEmpty]);

  const room = leastHeight === null || height === 0 ? rows.length : Math.max(1, Math.floor(height / leastHeight));
  if (room >= rows.length) return { rows, span: null };
  const pages = Math.ceil(rows.length / room);
  const first = (Math.floor(now.getTime() / PAGE_MS) % pages) * room;
  const shown = rows.slice(first, first + room);
  return { rows: shown, span: { from: first + 1, to: first + shown.length } };
}
