import { flowLimitWords } from '../bench/flowLimit.ts';
import type { Formatter } from '../format/formatter.ts';
import { isOverdue, type Wait, type WaitCode } from './wait.ts';

const MINUTE_MS = 60_000;

/** What to look at once a wait has lasted longer than is normal. */
const afterwards: Readonly<Record<WaitCode, string>> = {
  registration: 'Look at Activity, then at the device in Intune.',
  removal: 'Look at Activity, then at the device in Intune.',
  profile: 'Check the group tag, the group’s rule and the profile in Intune.',
  hardwareChange: 'Deregister the device and register it again.',
  technicianFlow: 'Look at the device’s screen.',
};

/** How long a device has waited, whether that is normal, and if not, what to look at. */
export function waitSentence(wait: Wait, now: Date, { duration }: Formatter): string {
  const elapsed = duration(now.getTime() - Date.parse(wait.since));
  const normal = duration(wait.normalMinutes * MINUTE_MS);
  return isOverdue(wait, now)
    ? `Waiting for ${elapsed}, longer than the usual ${normal}${told(wait)}. ${afterwards[wait.code]}`
    : `Waiting for ${elapsed}. Up to ${normal} is normal${told(wait)}.`;
}

/** What says so, where that is more than what is usual. */
const told = ({ source }: Wait): string =>
  source === null || source === 'usual' ? '' : ` (${flowLimitWords[source]})`;
