import { InvalidArgumentError } from 'commander';

const SECOND_MS = 1_000;
const CLOCK = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/;
const UNITS = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/** The elapsed time of a result screen, in milliseconds: `34:12`, `0:34:12`, `34m12s`, or seconds as a plain number. */
export function elapsedTime(text: string): number {
  const match = CLOCK.exec(text) ?? (text === '' ? null : UNITS.exec(text));
  const seconds = match === null ? Number(text || Number.NaN) : inSeconds(match[1], match[2], match[3]);
  if (!(seconds > 0)) throw new InvalidArgumentError('Write it as the screen shows it, such as 34:12, or as 34m12s.');
  return Math.round(seconds * SECOND_MS);
}

function inSeconds(hours = '0', minutes = '0', seconds = '0'): number {
  return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
}
