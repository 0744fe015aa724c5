import { backOffMs } from '../../shared/backOff.ts';

const PACE = { firstMs: 2_000, longestMs: 5 * 60_000 };

/**
 * How long to wait after so many failed attempts: doubling from two seconds to five minutes, with jitter so that
 * several benches do not come back together. What the server asks for always wins, when it asks for more.
 * @param jitter 0 to 1
 */
export function retryDelayMs(attempts: number, retryAfterMs: number | null, jitter: number): number {
  return Math.round(Math.max(backOffMs(attempts + 1, PACE, jitter), retryAfterMs ?? 0));
}
