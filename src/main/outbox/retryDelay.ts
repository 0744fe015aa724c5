const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long to wait after so many failed attempts: doubling from two seconds to five minutes, with jitter so that
 * several benches do not come back together. What the server asks for always wins, when it asks for more.
 * @param jitter 0 to 1
 */
export function retryDelayMs(attempts: number, retryAfterMs: number | null, jitter: number): number {
  const backoff = Math.min(FIRST_MS * 2 ** Math.min(attempts, 20), LONGEST_MS) * (0.5 + jitter / 2);
  return Math.round(Math.max(backoff, retryAfterMs ?? 0));
}
