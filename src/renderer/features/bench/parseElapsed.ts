const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An elapsed time as the result screen shows it: `0:38`, `1:02:07`, or plain minutes. Null where nothing is written. */
export function parseElapsed(text: string): number | 'wrong' | null {
  const written = text.trim();
  if (written === '') return null;
  const parts = /^(?:(\d{1,2}):)?(\d{1,3})(?::([0-5]\d))?$/.exec(written);
  if (parts === null) return 'wrong';
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const elapsedMs = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return elapsedMs > 0 && elapsedMs <= DAY_MS ? elapsedMs : 'wrong';
}
