export interface RateLimit {
  readonly perSecond: number;
  /** So many may go at once after a quiet time. */
  readonly burst: number;
}

/** A token bucket that may go into debt: what is taken beyond its content is waited for. */
export interface RateBucket {
  readonly tokens: number;
  readonly atMs: number;
  /** The server said, at the first time, to stay away until the second; null where it said nothing. */
  readonly held: { readonly sinceMs: number; readonly untilMs: number } | null;
}

export function fullBucket(limit: RateLimit, nowMs: number): RateBucket {
  return { tokens: limit.burst, atMs: nowMs, held: null };
}

/** Takes `cost` requests out of the bucket and says how long to wait before sending them. */
export function takeFromBucket(
  bucket: RateBucket,
  limit: RateLimit,
  cost: number,
  nowMs: number,
): { readonly bucket: RateBucket; readonly waitMs: number } {
  // A clock that was set back must not empty the bucket.
  const elapsedMs = Math.max(0, nowMs - bucket.atMs);
  const refilled = Math.min(limit.burst, bucket.tokens + (elapsedMs * limit.perSecond) / 1000);
  const tokens = refilled - cost;
  const debtMs = tokens >= 0 ? 0 : (-tokens * 1000) / limit.perSecond;
  return { bucket: { ...bucket, tokens, atMs: nowMs }, waitMs: Math.max(debtMs, heldForMs(bucket, nowMs)) };
}

/** How much longer the server wants to be left alone. */
export function heldForMs({ held }: RateBucket, nowMs: number): number {
  // Held from a time that is yet to come: the clock was set back since, and the hold would last as long as it was set back.
  if (held === null || held.sinceMs > nowMs) return 0;
  return Math.max(0, held.untilMs - nowMs);
}

/** Nothing is sent for so long; a shorter hold does not cut a longer one short. */
export function holdBucket(bucket: RateBucket, forMs: number, nowMs: number): RateBucket {
  const untilMs = nowMs + Math.max(forMs, heldForMs(bucket, nowMs));
  return { ...bucket, held: { sinceMs: nowMs, untilMs } };
}
