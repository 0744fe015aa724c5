const FIRST_HOUR = 20;
const LAST_HOUR = 6;

/** Whether a screen that nobody looks at should be darker, by this computer's own clock: from 20:00 to 06:00. */
export function isNight(now: Date): boolean {
  const hour = now.getHours();
  return hour >= FIRST_HOUR || hour < LAST_HOUR;
}
