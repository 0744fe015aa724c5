import { neutralFormatter } from '../format/neutralFormatter.ts';

const MINUTE_MS = 60_000;

/** A length of time in whole minutes, at least one. */
export const wholeMinutes = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / MINUTE_MS));

/** “3 minutes”, for a sentence. Below a thousand, which no wait reaches, everybody writes it alike. */
export const minutesWords = (minutes: number): string => neutralFormatter.minutes(minutes * MINUTE_MS);
