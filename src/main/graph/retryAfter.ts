/**
 * The longest wait before asking once more: a header may be wrong, and so may this computer's clock, with which a date
 * is compared.
 */
const LONGEST_MS = 60 * 60_000;

interface Clocks {
  /** What the server's clock showed when it answered, by its `Date` header; null where it did not say. */
  readonly serverTime: Date | null;
  readonly now: Date;
}

/**
 * The milliseconds that a Retry-After header asks for, an hour at most. The header holds seconds, which may be
 * fractional, or an HTTP date (RFC 9110, 10.2.3). A date is compared with the server's own clock, since a bench PC's is
 * often wrong. Where only our clock is known, a date in the past or hours ahead means that our clock is wrong. Null
 * where the header is missing or cannot be used: then the back-off decides.
 */
export function parseRetryAfter(value: string | null, { serverTime, now }: Clocks): number | null {
  const text = value?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), LONGEST_MS);
  const date = parseHttpDate(text);
  if (date === null) return null;
  const waitMs = date.getTime() - (serverTime ?? now).getTime();
  if (serverTime !== null) return Math.min(Math.max(0, waitMs), LONGEST_MS);
  return waitMs > 0 && waitMs <= LONGEST_MS ? waitMs : null;
}

/** The instant of an HTTP date, such as a `Date` header; null where it is none. */
export function parseHttpDate(text: string | null): Date | null {
  // Every form of it begins with the day of the week; Date.parse alone takes all kinds of texts.
  const time = text !== null && /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time);
}
