import { setImmediate } from 'node:timers/promises';
import { neutralFormatter } from '../../shared/format/neutralFormatter.ts';
import { AppError } from '../../shared/outcome/appError.ts';
import { databaseProblem, diskReason } from '../store/databaseProblem.ts';
import type { Store } from '../store/store.ts';

/** Each turn ends on disk and is told to every page, which costs more than a hundred devices: a turn is a fraction of a second. */
const PER_TURN = 1_000;

/**
 * Works through many items, a thousand in a transaction, and lets everything else have its turn in between. Up to a thousand
 * are done together or not at all.
 * @param endTurn what belongs in the transaction of each turn besides
 * @throws AppError that says how many are done, where the disk fails after the first thousand
 */
export async function inTurns<Item>(
  store: Store,
  items: readonly Item[],
  work: (item: Item) => void,
  endTurn: () => void = () => undefined,
): Promise<void> {
  for (let start = 0; start < items.length; start += PER_TURN) {
    if (start > 0) await setImmediate();
    try {
      store.write(() => {
        for (const item of items.slice(start, start + PER_TURN)) work(item);
        endTurn();
      });
    } catch (error) {
      throw start === 0 ? error : halfDone(error, start, items.length);
    }
  }
}

/** What is done stays done, and nobody needs to know which: the same act again does the rest. */
function halfDone(error: unknown, done: number, of: number): unknown {
  const problem = databaseProblem(error);
  const reason = diskReason(error);
  if (problem === null || reason === null) return error;
  const { number } = neutralFormatter;
  return new AppError(problem.code, `${number(done)} of ${number(of)} are done, and then it stopped: ${reason}.`, {
    remedy: `${problem.remedy ?? ''} What is done is not done twice.`.trim(),
    cause: error,
  });
}
