/**
 * The milliseconds that a Retry-After header asks for: seconds, which may be fractional, or an HTTP date.
 * Null where there is none or it cannot be read; a date in the past is 0.
 */
export function parseRetryAfter(value: string | null, now: Date): number | null {
  const text = value?.trim();
  if (text === undefined || text === '') return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/^[A-Z][a-z]{2}/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, time - now.getTime());
}
