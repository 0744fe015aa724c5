export interface RateLimit {
  readonly perSecond: number;
  /** So many may go at once after a quiet time. */
  readonly burst: number;
}

/** A token bucket that may go into debt: what is taken beyond its content is waited for. */
export interface RateBucket {
  readonly tokens: number;
  readonly atMs: number;
  /** The server said to stay away until then. */
  readonly heldUntilMs: number;
}

export function fullBucket(limit: RateLimit, nowMs: number): RateBucket {
  return { tokens: limit.burst, atMs: nowMs, heldUntilMs: 0 };
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
  const heldMs = Math.max(0, bucket.heldUntilMs - nowMs);
  return { bucket: { ...bucket, tokens, atMs: nowMs }, waitMs: Math.max(debtMs, heldMs) };
}

/** How much longer the server wants to be left alone. */
export function heldForMs(bucket: RateBucket, nowMs: number): number {
  return Math.max(0, bucket.heldUntilMs - nowMs);
}

/** Nothing is sent before `untilMs`; an earlier hold does not shorten a later one. */
export function holdBucket(bucket: RateBucket, untilMs: number): RateBucket {
  return { ...bucket, heldUntilMs: Math.max(bucket.heldUntilMs, untilMs) };
}
