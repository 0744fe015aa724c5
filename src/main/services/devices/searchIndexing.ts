import type { ServiceContext } from '../serviceContext.ts';

/** A step holds the lock and this thread for some ten milliseconds at most. */
const TEXTS_AT_ONCE = 200;
const BETWEEN_STEPS_MS = 20;
const LOOK_EVERY_MS = 5_000;

/** Brings the words of new and changed devices into the index of the search, in small steps beside everything else. */
export function createSearchIndexing({ deviceSearch, ports, store }: ServiceContext) {
  const { clock, log } = ports;
  const stop = new AbortController();
  let working = Promise.resolve();

  async function work(): Promise<void> {
    while (!stop.signal.aborted) {
      let isMore = false;
      try {
        isMore = deviceSearch.hasToIndex() && store.write(() => deviceSearch.indexSome(TEXTS_AT_ONCE));
      } catch (error) {
        // A locked or full database: the texts are searched without the index meanwhile.
        log.warn('search.notIndexed', { reason: String(error) });
      }
      await clock.wait(isMore ? BETWEEN_STEPS_MS : LOOK_EVERY_MS, stop.signal);
    }
  }

  return {
    start(): void {
      working = work();
    },
    close(): Promise<void> {
      stop.abort();
      return working;
    },
  };
}
