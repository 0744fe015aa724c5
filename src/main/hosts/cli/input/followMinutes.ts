import { wholeNumber } from './numberOption.ts';

const MOST_MINUTES = 1_440;

/** How long a command follows what it has begun. */
export const followMinutes = wholeNumber(1, MOST_MINUTES);
/** Registrations rarely take longer. */
export const DEFAULT_FOLLOW_MINUTES = 90;
