import { z } from 'zod';

/** A time of the day, `20:00`; empty for none. */
export const timeOfDay = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/);

/** From when until when nobody is to be called; two equal times, or an empty one, are no quiet hours. */
export interface QuietHours {
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** Whether it is quiet now, by this computer's own clock. The hours may go past midnight; at the end it is quiet no more. */
export function isQuiet({ quietFrom, quietUntil }: QuietHours, now: Date): boolean {
  if (quietFrom === '' || quietUntil === '' || quietFrom === quietUntil) return false;
  const time = `${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
  const isAfter = time >= quietFrom;
  const isBefore = time < quietUntil;
  return quietFrom < quietUntil ? isAfter && isBefore : isAfter || isBefore;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
