import type { CheckKind, QueueCheck } from '../../../shared/backups/queueHealth.ts';

const DAY_MS = 24 * 60 * 60_000;
const QUICK_EVERY_MS = 7 * DAY_MS;
const FULL_EVERY_MS = 7 * DAY_MS;
/** A computer that is never on at night is checked by day at last. */
const FULL_AT_LATEST_MS = 14 * DAY_MS;
/** Of a computer that is never on at night. */
const BY_AGE_AT_LATEST_MS = 2 * DAY_MS;
const NIGHT = { from: 0, to: 5 };

export interface UpkeepState {
  readonly now: Date;
  /** Whether no person has done anything here for a minute. */
  readonly isQuiet: boolean;
  /** Whether the last end was not in order, or a page could not be read. */
  readonly isSuspected: boolean;
  /** Whether the queue takes no changes: nothing is copied then. */
  readonly isInTrouble: boolean;
  /** Of the newest daily copy or one by hand; null where there is none. */
  readonly lastBackupAt: string | null;
  /** When what is old was last removed, or its settings were chosen; null where they ask for nothing. */
  readonly lastRemovedByAgeAt: string | null;
  readonly checks: readonly QueueCheck[];
}

/** What is to be done with the queue now: a check, the copy of the day, removing what is old enough, or nothing. */
export function dueUpkeep(state: UpkeepState): CheckKind | 'daily' | 'removeByAge' | null {
  const { now, checks } = state;
  const sinceMs = (kind: CheckKind): number => {
    const last = checks.find((check) => check.kind === kind);
    // A clock that was set back makes a check that lies ahead; it counts as old.
    const agoMs = last === undefined ? -1 : now.getTime() - Date.parse(last.at);
    return agoMs < 0 ? Number.POSITIVE_INFINITY : agoMs;
  };
  if (state.isSuspected || Math.min(sinceMs('quick'), sinceMs('full')) >= QUICK_EVERY_MS) return 'quick';
  if (state.isInTrouble || !state.isQuiet) return null;
  if (!isToday(state.lastBackupAt, now)) return 'daily';
  const isNight = now.getHours() >= NIGHT.from && now.getHours() < NIGHT.to;
  // Behind the copy of the day: nothing goes by itself that is in no backup.
  if (isRemovalDue(state.lastRemovedByAgeAt, now, isNight)) return 'removeByAge';
  return sinceMs('full') >= (isNight ? FULL_EVERY_MS : FULL_AT_LATEST_MS) ? 'full' : null;
}

/** Once a night, and never on the day on which it was set: a slip of the hand can be taken back. */
function isRemovalDue(lastAt: string | null, now: Date, isNight: boolean): boolean {
  if (lastAt === null || isToday(lastAt, now)) return false;
  return isNight || now.getTime() - Date.parse(lastAt) >= BY_AGE_AT_LATEST_MS;
}

/** By the calendar of this computer. */
function isToday(at: string | null, now: Date): boolean {
  return at !== null && new Date(at).toDateString() === now.toDateString();
}
