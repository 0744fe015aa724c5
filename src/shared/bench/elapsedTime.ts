const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A start is often recorded when the flow has been running for a moment already. */
const LATE_START_MS = 2 * MINUTE_MS;

/** Hours and minutes, as the result screen shows them, with seconds only as a third part. */
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
const MINUTES = /^\d{1,4}$/;
const UNITS = /^(?:(\d{1,4}) ?h)? ?(?:(\d{1,4}) ?m(?:in)?)? ?(?:(\d{1,5}) ?s)?$/i;

/** How an elapsed time is written, for a hint: the same in every door. */
export const ELAPSED_HINT = 'Hours and minutes, as the screen shows them: 0:38. With seconds: 0:38:12 or 38m12s.';

/**
 * An elapsed time as it stands on the result screen, in milliseconds: `0:38` and `38` are 38 minutes, `0:38:12`, `38m12s`.
 * @returns null where nothing is written, `wrong` where it is no time between a second and a day
 */
export function readElapsed(text: string): number | 'wrong' | null {
  const written = text.trim();
  if (written === '') return null;
  const parts = MINUTES.test(written) ? [written, '0', written] : (CLOCK.exec(written) ?? UNITS.exec(written));
  if (parts === null) return 'wrong';
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  const elapsedMs = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  return elapsedMs > 0 && elapsedMs <= DAY_MS ? elapsedMs : 'wrong';
}

/** Whether a flow that is recorded as begun then cannot have taken so long by now: somebody has to look again. */
export function isLongerThanRun(elapsedMs: number, startedAt: string | null, now: Date): boolean {
  return startedAt !== null && elapsedMs > now.getTime() - Date.parse(startedAt) + LATE_START_MS;
}
