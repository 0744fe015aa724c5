import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/openStore.ts';

/** Each turn ends on disk and is told to every page, which costs more than a hundred devices: a turn is a fraction of a second. */
const PER_TURN = 1_000;

/**
 * Works through many items, a thousand in a transaction, and lets everything else have its turn in between.
 * @param endTurn what belongs in the transaction of each turn besides
 */
export async function inTurns<Item>(
  store: Store,
  items: readonly Item[],
  work: (item: Item) => void,
  endTurn: () => void = () => undefined,
): Promise<void> {
  for (let start = 0; start < items.length; start += PER_TURN) {
    if (start > 0) await setImmediate();
    store.write(() => {
      for (const item of items.slice(start, start + PER_TURN)) work(item);
      endTurn();
    });
  }
}
