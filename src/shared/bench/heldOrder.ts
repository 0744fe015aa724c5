/**
 * The order of the board's rows: the wanted one, or where somebody points at the board or has the focus in it, the one that stands there,
 * without what has gone and with what is new behind the row that it belongs after.
 */
export function heldOrder(shown: readonly string[], wanted: readonly string[], isHeld: boolean): readonly string[] {
  if (!isHeld) return wanted;
  const order = shown.filter((id) => wanted.includes(id));
  wanted.forEach((id, place) => {
    if (shown.includes(id)) return;
    const before = wanted[place - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}
