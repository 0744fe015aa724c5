export interface RateLimit {
  readonly perSecond: number;
  /** How many requests may go at once after a quiet time. */
  readonly burst: number;
}

/** A token bucket that may go into debt: whoever takes more than it holds waits until it is refilled. */
export interface RateBucket {
  readonly tokens: number;
  readonly atMs: number;
  /** Until when the server asked for no further request. */
  readonly heldUntilMs: number;
}

/** A bucket as it is after a quiet time. Every time here is of a clock that nobody can set. */
export function fullBucket(limit: RateLimit, nowMs: number): RateBucket {
  return { tokens: limit.burst, atMs: nowMs, heldUntilMs: nowMs };
}

/** Takes `cost` requests out of the bucket and says how long to wait before sending them. */
export function takeFromBucket(
  bucket: RateBucket,
  limit: RateLimit,
  cost: number,
  nowMs: number,
): { readonly bucket: RateBucket; readonly waitMs: number } {
  const refilled = Math.min(limit.burst, bucket.tokens + ((nowMs - bucket.atMs) * limit.perSecond) / 1000);
  const tokens = refilled - cost;
  const debtMs = tokens >= 0 ? 0 : (-tokens * 1000) / limit.perSecond;
  return { bucket: { ...bucket, tokens, atMs: nowMs }, waitMs: Math.max(debtMs, heldForMs(bucket, nowMs)) };
}

/** How much longer the server wants to be left alone. */
export function heldForMs({ heldUntilMs }: RateBucket, nowMs: number): number {
  return Math.max(0, heldUntilMs - nowMs);
}

/** Holds all requests back for so many milliseconds; a shorter hold does not cut a longer one short. */
export function holdBucket(bucket: RateBucket, forMs: number, nowMs: number): RateBucket {
  return { ...bucket, heldUntilMs: Math.max(bucket.heldUntilMs, nowMs + forMs) };
}
