import { setImmediate } from 'node:timers/promises';
import type { Store } from '../store/openStore.ts';

const PER_TURN = 100;

/** Works through many items, a hundred in a transaction, and lets everything else have its turn in between. */
export async function inTurns<Item>(store: Store, items: readonly Item[], work: (item: Item) => void): Promise<void> {
  for (let start = 0; start < items.length; start += PER_TURN) {
    if (start > 0) await setImmediate();
    store.write(() => {
      for (const item of items.slice(start, start + PER_TURN)) work(item);
    });
  }
}
