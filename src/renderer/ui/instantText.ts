const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const timeOnly = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const dayAndTime = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const dayAndYear = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const everything = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** As short as it stays clear: the time today, day and time this year, else the date. In the person's own locale. */
export function shortInstant(instant: string, now: Date): string {
  const at = new Date(instant);
  if (at.toDateString() === now.toDateString()) return timeOnly.format(at);
  return at.getFullYear() === now.getFullYear() ? dayAndTime.format(at) : dayAndYear.format(at);
}

/** Day and time to the second, in the person's own locale and time zone. */
export function longInstant(instant: string): string {
  return everything.format(new Date(instant));
}

/** A running time as a stopwatch shows it: `18:42`, `1:02:07`. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND_MS));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/** A length of time in words, rounded down: `less than a minute`, `18 min`, `3 h`, `12 days`. */
export function roughly(milliseconds: number): string {
  if (milliseconds < MINUTE_MS) return 'less than a minute';
  if (milliseconds < 2 * HOUR_MS) return `${Math.floor(milliseconds / MINUTE_MS)} min`;
  if (milliseconds < 2 * DAY_MS) return `${Math.floor(milliseconds / HOUR_MS)} h`;
  return `${Math.floor(milliseconds / DAY_MS)} days`;
}
