import type { RunnerRow } from '../store/runnerStore.ts';

/** How long a runner may give no sign of life before its jobs are taken over. */
export const SILENCE_MS = 30_000;

export interface Sighting {
  readonly beat: number;
  /** When this beat was first seen, on a clock that nobody can set. */
  readonly sinceMs: number;
}

/**
 * Whether another process that holds jobs has died. Wall clocks play no part: when one jumps, a lease that ends by it
 * would be taken from a process that still runs. A process that no longer exists is dead at once. A process that cannot
 * be asked, or whose number another program has now, is dead when its beat has not changed for a while.
 */
export function isDead(
  runner: RunnerRow,
  sighting: Sighting | undefined,
  here: { readonly host: string; readonly nowMs: number; readonly isProcessAlive: (processId: number) => boolean },
): boolean {
  if (runner.host === here.host && !here.isProcessAlive(runner.processId)) return true;
  return sighting?.beat === runner.beat && here.nowMs - sighting.sinceMs >= SILENCE_MS;
}

/** Notes what was seen of the other runners; forgets those that are gone. */
export function sightingsAfter(
  before: ReadonlyMap<string, Sighting>,
  runners: readonly RunnerRow[],
  nowMs: number,
): ReadonlyMap<string, Sighting> {
  return new Map(
    runners.map(({ id, beat }) => {
      const seen = before.get(id);
      return [id, seen?.beat === beat ? seen : { beat, sinceMs: nowMs }];
    }),
  );
}
