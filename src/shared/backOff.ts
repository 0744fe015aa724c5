interface Pace {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** After so many doublings every wait is the longest one anyway; more would exceed the range of numbers. */
const MOST_DOUBLINGS = 20;

/**
 * How long to wait after so many failures in a row: it doubles from the first wait to the longest one.
 * @param failures counted from 1
 * @param spread 0 to 1: 1 is the whole wait and 0 half of it, so that many callers do not come back together
 * @returns milliseconds
 */
export function backOffMs(failures: number, { firstMs, longestMs }: Pace, spread = 1): number {
  const doublings = Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
  return Math.min(firstMs * 2 ** doublings, longestMs) * (0.5 + spread / 2);
}
