import { useState, type DOMAttributes } from 'react';
import { heldOrder } from '../../../../shared/bench/heldOrder.ts';

/** What tells that somebody is in a part of the page. */
type Presence = Pick<DOMAttributes<HTMLElement>, 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'>;

/** Rows in their order, which nobody's pointer or focus has moved away under them; and what tells where these are. */
export function useHeldOrder<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly presence: Presence } {
  const [hasPointer, setHasPointer] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const wanted = rows.map(idOf);
  const [shown, setShown] = useState<readonly string[]>(wanted);
  const order = heldOrder(shown, wanted, hasPointer || hasFocus);
  if (order.length !== shown.length || order.some((id, place) => id !== shown[place])) setShown(order);
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return {
    rows: order.flatMap((id) => byId.get(id) ?? []),
    presence: {
      onPointerEnter: () => setHasPointer(true),
      onPointerLeave: () => setHasPointer(false),
      onFocus: () => setHasFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setHasFocus(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  };
}
