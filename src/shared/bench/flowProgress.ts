import type { Wait } from '../devices/wait.ts';

const MINUTE_MS = 60_000;
/** From then on a run is nearly over: its last tenth. */
const NEARLY = 0.9;
/** Where the line of the longest time stands, as a part of the bar's room; the rest is for what lasts longer. */
export const LONGEST_AT = 0.84;
/** Where a bar ends however long it lasts. */
const FULL_AT = 0.99;

type Timed = Pick<Wait, 'since' | 'normalMinutes'>;

/** How far a run is on its way to its longest time. */
export interface FlowProgress {
  readonly state: 'inTime' | 'nearlyOver' | 'overdue';
  readonly elapsedMs: number;
  /** Whole minutes until the longest time, rounded up; over it, the whole minutes since then. Always at least one. */
  readonly minutes: number;
  /** How much of the bar's room is filled: between 0 and 1. */
  readonly filled: number;
}

/** How much of its longest time a run has used up: 1 is all of it. A clock that ran ahead gives nothing, not less. */
export function shareOf({ since, normalMinutes }: Timed, now: Date): number {
  return Math.max(0, now.getTime() - Date.parse(since)) / (normalMinutes * MINUTE_MS);
}

/** What a bar and the words beside it say of a run now. Overdue begins where `isOverdue` does. */
export function flowProgressOf(timed: Timed, now: Date): FlowProgress {
  const share = shareOf(timed, now);
  const elapsedMs = share * timed.normalMinutes * MINUTE_MS;
  const left = timed.normalMinutes - elapsedMs / MINUTE_MS;
  return {
    state: share > 1 ? 'overdue' : share >= NEARLY ? 'nearlyOver' : 'inTime',
    elapsedMs,
    minutes: Math.max(1, share > 1 ? Math.floor(-left) : Math.ceil(left)),
    filled: Math.min(share * LONGEST_AT, FULL_AT),
  };
}
