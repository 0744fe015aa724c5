import { useState } from 'react';
import { heldOrder } from '../../../../shared/bench/heldOrder.ts';
import { usePresence, type Presence } from '../../../ui/usePresence.ts';

/** Rows in their order, which nobody's pointer or focus has moved away under them; and what tells where these are. */
export function useHeldOrder<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly presence: Presence } {
  const { isPresent, presence } = usePresence();
  const wanted = rows.map(idOf);
  const [shown, setShown] = useState<readonly string[]>(wanted);
  const order = heldOrder(shown, wanted, isPresent);
  if (order.length !== shown.length || order.some((id, place) => id !== shown[place])) setShown(order);
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return { rows: order.flatMap((id) => byId.get(id) ?? []), presence };
}
