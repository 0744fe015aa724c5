import { REQUESTS_PER_BATCH } from '../../graph/batch.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How often to read while something has just begun: a profile may be assigned any minute. */
export const OFTEN_MS = 30 * SECOND_MS;
const SOMETIMES_MS = 5 * MINUTE_MS;
const RARELY_MS = 30 * MINUTE_MS;
/** How long something counts as just begun: a profile that has not come in an hour will not come in the next minute. */
export const FRESH_FOR_MS = HOUR_MS;
/** How often the whole list is read at least, in the tenant's time: it shows what others did. */
export const LIST_EVERY_MS = 30 * MINUTE_MS;
const WAITING_FOR_MS = 24 * HOUR_MS;

/**
 * How long until the tenant is read again, in its own time: often while a profile may come any minute, rarely when nothing
 * is expected.
 * @param youngestMs how long it has been since the youngest expectation began, in the tenant's time: a registration, a profile
 *   that went back to pending, a hardware change, a new group tag; null where nothing is expected
 */
export function pollIntervalMs(youngestMs: number | null): number {
  if (youngestMs === null || youngestMs >= WAITING_FOR_MS) return RARELY_MS;
  return youngestMs < FRESH_FOR_MS ? OFTEN_MS : SOMETIMES_MS;
}

/**
 * Requests that are no burden every half minute; a plan that takes more of them is done less often. A list costs one
 * request a page, single devices one request a batch.
 */
const REQUESTS_A_LOOK = 2;

export interface ReadingPlan {
  readonly way: 'list' | 'singly';
  /** How long after the last reading, in the tenant's time. */
  readonly everyMs: number;
}

/**
 * How the devices that wait are read with the fewest requests, and how often.
 * @param youngestMs see `pollIntervalMs`
 * @param listPages how many pages the tenant's whole list had
 */
export function planReading(waiting: number, youngestMs: number | null, listPages: number): ReadingPlan {
  const singly = Math.ceil(waiting / REQUESTS_PER_BATCH);
  const requests = Math.min(singly, listPages);
  return {
    way: singly > listPages ? 'list' : 'singly',
    everyMs: Math.max(pollIntervalMs(youngestMs), (OFTEN_MS * requests) / REQUESTS_A_LOOK),
  };
}
